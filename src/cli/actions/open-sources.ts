import { type FormatName, guessFormat, INPUT_EXTENSIONS } from "../../formats/format-names.ts";
import type { EncodingName } from "../../formats/encoding/encoding.ts";
import { findInputs } from "../../io/find-inputs.ts";
import {
  type FileReading,
  type FileSource,
  fileSource,
  streamSource,
} from "../../pipeline/file-source.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";

/** How inputs are found and read. */
interface ReadFlags {
  readonly format?: FormatName | undefined;
  readonly textKey: string;
  readonly encoding?: EncodingName | undefined;
  readonly htmlTo?: "text" | undefined;
  /** A folder whose files are left out. */
  readonly out?: string | undefined;
  readonly ignore?: readonly string[] | undefined;
  /** Paths that are taken as they are. */
  readonly listed?: readonly string[] | undefined;
}

/** The sources that a command line names. */
export interface OpenedSources {
  readonly sources: readonly FileSource[];
  /** The folder where the tree to mirror starts. */
  readonly base: string;
}

/**
 * The files that the paths lead to; nothing is read yet. Every file's format is settled here, so
 * that a run over many files does not stop half-way at one of an unknown format.
 */
export async function openFiles(
  paths: readonly string[],
  flags: ReadFlags,
): Promise<OpenedSources> {
  const { ignore, listed, out: leaveOut } = flags;
  const found = await findInputs(paths, { extensions: INPUT_EXTENSIONS, ignore, listed, leaveOut });
  const sources = found.paths.map((path) => {
    const format = flags.format ?? guessFormat(path);
    return fileSource(path, { format, options: formatOptions(flags), encoding: flags.encoding });
  });
  return { sources, base: found.base };
}

/** Standard input as a source; text unless the flags say otherwise. */
export function openStdin(flags: ReadFlags, { stdin, stderr }: Terminal): FileSource {
  if (stdin.isTTY === true) stderr.write("tapis: reading standard input; end it with Ctrl-D\n");
  const { format = "text", encoding } = flags;
  if (format === "parquet") {
    throw new UsageFault("Parquet is read from its end: give the path of a file");
  }
  const origin = { name: "<stdin>", format, options: formatOptions(flags), encoding };
  return streamSource(stdin, origin);
}

function formatOptions({ textKey, htmlTo }: ReadFlags): FileReading["options"] {
  return { textKey, htmlTo };
}

import { type FormatName, guessFormat, INPUT_EXTENSIONS } from "../../formats/format-names.ts";
import { findInputs } from "../../io/find-inputs.ts";
import { fileSource } from "../../pipeline/file-source.ts";
import { byteSource, type Source } from "../../pipeline/source.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";

/** How inputs are read. */
interface ReadFlags {
  readonly format?: FormatName | undefined;
  readonly textKey: string;
  /** A folder whose files are left out. */
  readonly out?: string | undefined;
}

/** The sources that a command line names. */
export interface OpenedSources {
  readonly sources: readonly Source[];
  /** The folder where the tree to mirror starts. */
  readonly base: string;
}

/**
 * The files that the paths lead to; nothing is read yet. Every file's format is settled here, so
 * that a run over many files does not stop half-way at one of an unknown format.
 */
export async function openFiles(
  paths: readonly string[],
  { format, textKey, out }: ReadFlags,
): Promise<OpenedSources> {
  const found = await findInputs(paths, { extensions: INPUT_EXTENSIONS, leaveOut: out });
  const sources = found.paths.map((path) => {
    const options = { textKey, htmlTo: "html" } as const;
    return fileSource(path, { format: format ?? guessFormat(path), options });
  });
  return { sources, base: found.base };
}

/** Standard input as a source; text unless the flags say otherwise. */
export function openStdin({ format = "text", textKey }: ReadFlags, terminal: Terminal): Source {
  const { stdin, stderr } = terminal;
  if (stdin.isTTY === true) stderr.write("tapis: reading standard input; end it with Ctrl-D\n");
  if (format === "parquet") {
    throw new UsageFault("--format parquet needs a file: its table of contents stands at the end");
  }
  const options = { textKey, htmlTo: "html" } as const;
  return byteSource({ name: "<stdin>", format, options }, () => stdin);
}

import { guessFormat, INPUT_EXTENSIONS } from "../../formats/format-names.ts";
import { findInputs } from "../../io/find-inputs.ts";
import { type FileSource, fileSource } from "../../pipeline/file-source.ts";
import { type FormatFlags, formatOptions } from "./open-stdin.ts";

/** How inputs are found and read. */
interface ReadFlags extends FormatFlags {
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

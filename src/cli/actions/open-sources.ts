import { type FormatName, guessFormat, INPUT_EXTENSIONS } from "../../formats/format-names.ts";
import { convertToUtf8 } from "../../io/convert-encoding.ts";
import type { EncodingName } from "../../io/encodings.ts";
import { commonBase, findInputs } from "../../io/find-inputs.ts";
import { readChunks } from "../../io/read-file.ts";
import { readPathList } from "../../io/read-path-list.ts";
import type { FileReading } from "../../pipeline/file-source.ts";
import { byteSource, type Source } from "../../pipeline/source.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";

/** How inputs are found and read. */
export interface ReadFlags {
  readonly format?: FormatName | undefined;
  readonly textKey: string;
  readonly htmlTo?: "html" | "text";
  readonly encoding?: EncodingName | undefined;
  /** A folder whose files are left out. */
  readonly out?: string | undefined;
  readonly ignore?: readonly string[];
  readonly filesFrom?: string | undefined;
}

/** A file to read. */
export interface InputFile {
  readonly path: string;
  readonly reading: FileReading;
}

/** The files that a command line names. */
export interface InputFiles {
  readonly files: readonly InputFile[];
  /** The folder where the tree to mirror starts. */
  readonly base: string;
  /** What was left out, or cannot be read, and why. */
  readonly notes: readonly string[];
}

/**
 * The files that paths, and a list of paths, lead to; nothing is read yet. Every file's format is settled here, so
 * that a run over many files does not stop half-way at one of an unknown format.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ, ERR_FORMAT_UNKNOWN; ERR_INPUT_ENCODING for the list of paths.
 */
export async function findFiles(
  paths: readonly string[],
  flags: ReadFlags,
  terminal: Terminal,
): Promise<InputFiles> {
  const { format, out, ignore = [], filesFrom } = flags;
  const found = await findInputs(paths, { extensions: INPUT_EXTENSIONS, leaveOut: out, ignore });
  const listed: string[] = [];
  if (filesFrom !== undefined) {
    const chunks = filesFrom === "-" ? terminal.stdin : readChunks(filesFrom);
    listed.push(...(await readPathList(chunks, filesFrom === "-" ? "<stdin>" : filesFrom)));
  }
  const all = [...new Set([...found.paths, ...listed])];
  return {
    files: all.map((path) => ({
      path,
      reading: {
        format: format ?? guessFormat(path),
        options: formatOptions(flags),
        encoding: flags.encoding,
      },
    })),
    base: listed.length === 0 ? found.base : commonBase(all),
    notes: found.leftOut.map(({ path, reason }) => `${path}: ${reason}`),
  };
}

/** Standard input as a source; text unless the flags say otherwise. */
export function openStdin(flags: ReadFlags, terminal: Terminal): Source {
  const { format = "text", encoding = "utf-8" } = flags;
  const { stdin, stderr } = terminal;
  if (stdin.isTTY === true) stderr.write("tapis: reading standard input; end it with Ctrl-D\n");
  if (format === "parquet") {
    throw new UsageFault("--format parquet needs a file: its table of contents stands at its end");
  }
  const chunks = encoding === "utf-8" ? stdin : convertToUtf8(stdin, encoding);
  const origin = { name: "<stdin>", format, options: formatOptions(flags) };
  return byteSource(origin, () => chunks);
}

function formatOptions({ textKey, htmlTo = "html" }: ReadFlags): FileReading["options"] {
  return { textKey, htmlTo };
}

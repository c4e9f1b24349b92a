import { TapisError } from "../errors.ts";
import { FORMAT_NAMES, type FormatName } from "./format-names.ts";
import { parseJsonlLine } from "./jsonl.ts";
import { parsePlain } from "./plain.ts";
import type { Piece, SourceDocument } from "./source-document.ts";

/** How documents stand in a kind of file. */
export interface Format {
  /** The name that `--format` takes. */
  readonly name: FormatName;
  /** Ends of the file names that are taken for this format, lower case, with the dot. */
  readonly extensions: readonly string[];
  /** What {@link Format.parse} must be given: the whole file or a line at a time. */
  readonly unit: "file" | "line";
  /**
   * The document in a piece; `undefined` when there is none (a blank line).
   *
   * @throws {TapisError} ERR_RECORD_FORMAT when the piece is not what the format promises.
   */
  parse(piece: Piece): SourceDocument | undefined;
}

const FORMATS: Readonly<Record<FormatName, Format>> = {
  text: {
    name: "text",
    extensions: [".txt", ".md"],
    unit: "file",
    parse: (piece) => parsePlain(piece.text),
  },
  jsonl: { name: "jsonl", extensions: [".jsonl", ".ndjson"], unit: "line", parse: parseJsonlLine },
};

/** The ends of file names that a folder is searched for, in the order of {@link FORMAT_NAMES}. */
export const INPUT_EXTENSIONS: readonly string[] = FORMAT_NAMES.flatMap(
  (name) => FORMATS[name].extensions,
);

/** The format of that name. */
export function findFormat(name: FormatName): Format {
  return FORMATS[name];
}

/**
 * The format that a file's name promises; upper and lower case are the same.
 *
 * @throws {TapisError} ERR_FORMAT_UNKNOWN when no format has such a name; the message lists those
 *   that exist.
 */
export function guessFormat(fileName: string): Format {
  const lower = fileName.toLowerCase();
  for (const name of FORMAT_NAMES) {
    const format = FORMATS[name];
    if (format.extensions.some((extension) => lower.endsWith(extension))) return format;
  }
  const known = FORMAT_NAMES.map((name) => `${name} (${FORMATS[name].extensions.join(", ")})`);
  throw new TapisError(
    "ERR_FORMAT_UNKNOWN",
    `${fileName}: the name says no format that is known, which are ${known.join(" and ")}; ` +
      `use --format to say which it is`,
  );
}

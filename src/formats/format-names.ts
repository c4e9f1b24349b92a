import { TapisError } from "../errors.ts";

/**
 * The names that `--format` takes. In a file of its own, so that help texts need not load the
 * formats.
 */
export const FORMAT_NAMES = [
  "text",
  "html",
  "json",
  "jsonl",
  "csv",
  "tsv",
  "warc",
  "parquet",
] as const;

/** Name of a format that Tapis reads and writes. */
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Name of a format whose files can be read from their start to their end, without going back. */
export type StreamFormatName = Exclude<FormatName, "parquet">;

/** Ends of the file names that are taken for a format, lower case, with the dot. */
const EXTENSIONS: Readonly<Record<FormatName, readonly string[]>> = {
  text: [".txt", ".md", ".markdown"],
  html: [".html", ".htm", ".xhtml"],
  json: [".json"],
  jsonl: [".jsonl", ".ndjson"],
  csv: [".csv"],
  tsv: [".tsv", ".tab"],
  warc: [".warc", ".wet"],
  parquet: [".parquet"],
};

/** Ends of the names of packed files; what stands before them says the format. */
const PACKINGS: readonly string[] = [".gz", ".zst"];

/** The ends of file names that a folder is searched for. */
export const INPUT_EXTENSIONS: readonly string[] = FORMAT_NAMES.flatMap((name) =>
  EXTENSIONS[name].flatMap((extension) => ["", ...PACKINGS].map((packing) => extension + packing)),
);

/** Whether a file of that name is packed. */
export function isPackedFile(fileName: string): boolean {
  return PACKINGS.some((extension) => fileName.toLowerCase().endsWith(extension));
}

/** The name that a file has as plain text: with another end before that of its packing. */
export function textFileName(fileName: string): string {
  return fileName.replace(/(?:\.\w+)?(\.gz|\.zst)?$/i, ".txt$1");
}

/**
 * The format that a file's name promises; upper and lower case are the same, and the end of a packed file's name is left
 * aside.
 *
 * @throws {TapisError} ERR_FORMAT_UNKNOWN when no format has such a name; the message lists the
 *   names that some format has.
 */
export function guessFormat(fileName: string): FormatName {
  const lower = fileName.toLowerCase();
  const packing = PACKINGS.find((extension) => lower.endsWith(extension)) ?? "";
  const unpacked = lower.slice(0, lower.length - packing.length);
  for (const name of FORMAT_NAMES) {
    if (EXTENSIONS[name].some((extension) => unpacked.endsWith(extension))) return name;
  }
  const known = FORMAT_NAMES.flatMap((name) => EXTENSIONS[name]).join(", ");
  throw new TapisError(
    "ERR_FORMAT_UNKNOWN",
    `${fileName}: the name ends in none of ${known}; use --format to say what the file is`,
  );
}

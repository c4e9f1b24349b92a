import type { Format } from "./format.ts";
import type { FormatName } from "./format-names.ts";

/** A format that is read from its first byte to its last: every one but Parquet, whose table of contents stands at the end. */
export type StreamFormatName = Exclude<FormatName, "parquet">;

const LOADERS: Readonly<Record<StreamFormatName, () => Promise<Format>>> = {
  text: async () => (await import("./plain.ts")).PLAIN,
  html: async () => (await import("./html/html.ts")).HTML,
  jsonl: async () => (await import("./jsonl.ts")).JSONL,
  json: async () => (await import("./json.ts")).JSON_FILE,
  csv: async () => (await import("./csv/csv.ts")).CSV,
  tsv: async () => (await import("./csv/csv.ts")).TSV,
  warc: async () => (await import("./warc/warc.ts")).WARC,
};

/** The format of that name; its code, and the libraries that only it needs, are loaded here. */
export async function loadFormat(name: StreamFormatName): Promise<Format> {
  return LOADERS[name]();
}

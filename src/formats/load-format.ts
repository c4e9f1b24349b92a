import type { Format } from "./format.ts";
import type { StreamFormatName } from "./format-names.ts";

const LOADERS: Readonly<Record<StreamFormatName, () => Promise<Format>>> = {
  text: async () => (await import("./plain.ts")).PLAIN,
  html: async () => (await import("./html/html.ts")).HTML,
  json: async () => (await import("./json/json-file.ts")).JSON_FILE,
  jsonl: async () => (await import("./json/json-lines.ts")).JSON_LINES,
  csv: async () => (await import("./csv/csv.ts")).CSV,
  tsv: async () => (await import("./csv/csv.ts")).TSV,
  warc: async () => (await import("./warc/warc.ts")).WARC,
};

/** The format of that name; its code, and the libraries that only it needs, are loaded here. */
export async function loadFormat(name: StreamFormatName): Promise<Format> {
  return LOADERS[name]();
}

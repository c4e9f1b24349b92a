import type { Format } from "./format.ts";
import type { FormatName } from "./format-names.ts";

const LOADERS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  text: async () => (await import("./plain.ts")).PLAIN,
  jsonl: async () => (await import("./jsonl.ts")).JSONL,
};

/** The format of that name; its code, and the libraries that only it needs, are loaded here. */
export async function loadFormat(name: FormatName): Promise<Format> {
  return LOADERS[name]();
}

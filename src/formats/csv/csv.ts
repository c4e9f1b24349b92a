import type { Format } from "../format.ts";
import { parsePlain } from "../plain.ts";
import { wholeFileBlock, wholeFilePart } from "../whole-file.ts";

export const CSV: Format = { name: "csv", canBeJoined: false, keepsRejected: false, divide: wholeFileBlock, parts: wholeFilePart, parse: parsePlain };
export const TSV: Format = { ...CSV, name: "tsv" };

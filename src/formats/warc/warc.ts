import type { Format } from "../format.ts";
import { parsePlain } from "../plain.ts";
import { wholeFileBlock, wholeFilePart } from "../whole-file.ts";

export const WARC: Format = { name: "warc", canBeJoined: false, keepsRejected: false, divide: wholeFileBlock, parts: wholeFilePart, parse: parsePlain };

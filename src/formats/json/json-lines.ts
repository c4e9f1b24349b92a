import type { Format } from "../format.ts";
import { lineBlocks, lineParts } from "../line-blocks.ts";
import { parseRecord } from "./record.ts";

/** JSON Lines: a line is a document. */
export const JSON_LINES: Format = {
  name: "jsonl",
  canBeJoined: true,
  keepsRejected: false,
  divide: lineBlocks,
  parts: lineParts,
  parse: parseRecord,
};

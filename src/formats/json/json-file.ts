import type { Block, Part } from "../block.ts";
import type { Format } from "../format.ts";
import { wholeFileBlock } from "../whole-file.ts";
import { elementSpans } from "./element-spans.ts";
import { parseRecord } from "./record.ts";

/**
 * The documents of a JSON file: the elements of an array, which are counted from 1 as lines are elsewhere, or else the one value.
 * An element cannot be left out, for the commas would not fit any more.
 */
function* jsonParts({ bytes }: Block): Generator<Part> {
  const elements = elementSpans(bytes);
  if (elements === undefined) {
    yield { start: 0, end: bytes.length, line: undefined, canBeLeftOut: true };
    return;
  }
  let number = 0;
  for (const { start, end } of elements) {
    number += 1;
    yield { start, end, line: number, canBeLeftOut: false };
  }
}

/** A JSON file: an object is a document, an array has one in each element. */
export const JSON_FILE: Format = {
  name: "json",
  canBeJoined: false,
  keepsRejected: false,
  divide: wholeFileBlock,
  parts: jsonParts,
  parse: parseRecord,
};

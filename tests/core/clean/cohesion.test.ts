import { expect, test } from "vitest";
import { cohesion } from "../../../src/core/clean/cohesion.ts";
import { documentWords } from "../../../src/core/clean/document-words.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

const LOGS = Float64Array.of(-2, -4);
const TABLE = makeWordTable(["harga", "naik"], { spam: LOGS, ham: LOGS, gamblingNews: LOGS });
const cohesionOf = (text: string) => cohesion(documentWords(text, unitsOf(text), TABLE));

test("words that only neighbouring units share are local, by their rarity", () => {
  // "harga" (idf 2) stands in both, "naik" (idf 4) in the first only.
  const { localShare } = cohesionOf("harga naik\nharga");
  expect([...localShare]).toEqual([2 / (2 + 4), 1]);
});

test("a word that also stands far away is not local", () => {
  const { localShare } = cohesionOf("harga\nharga\nx\ny\nz\nharga");
  expect([...localShare]).toEqual([0, 0, 0, 0, 0, 0]);
});

test("a word by itself is not local", () => {
  expect([...cohesionOf("harga harga\nnaik").localShare]).toEqual([0, 0]);
});

test("brands count the units that name them", () => {
  const { brandUnits } = cohesionOf("rajanaga88 hebat\nmasuk RAJANAGA88\nkudabiru77\ntanpa merek");
  // Digit runs are folded to their length: what is left of a brand are its letters.
  expect([...brandUnits]).toEqual([2, 2, 1, 0]);
});

import { expect, test } from "vitest";
import { documentWords } from "../../../src/core/clean/document-words.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { wordEvidence } from "../../../src/core/clean/word-evidence.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

/** ln P(word | spam), under ham, under gambling news; spam against ham: slot 3, bonus 1, pasar −2, harga −0.5. */
const TABLE = makeWordTable(["slot", "bonus", "pasar", "harga"], {
  spam: Float64Array.of(-2, -3, -5, -4.5),
  ham: Float64Array.of(-5, -4, -3, -4),
  gamblingNews: Float64Array.of(-4, -4, -4, -4),
});
const evidenceOf = (text: string) => wordEvidence(documentWords(text, unitsOf(text), TABLE));

test("sums and extremes are those of the distinct known words", () => {
  // Repeated "slot" counts once, "baru" is unknown.
  const evidence = evidenceOf("Slot bonus slot pasar harga baru");
  expect([...evidence.known]).toEqual([4]);
  expect([...evidence.forSpam]).toEqual([3 + 1]);
  expect([...evidence.forHam]).toEqual([-2 - 0.5]);
  expect([...evidence.most, ...evidence.secondMost]).toEqual([3, 1]);
  expect([...evidence.least, ...evidence.secondLeast]).toEqual([-2, -0.5]);
  // Spam less gambling news: 2 + 1 − 1 − 0.5; gambling news less ham: 1 + 0 − 1 + 0.
  expect([...evidence.againstNews]).toEqual([2 + 1 - 1 - 0.5]);
  expect([...evidence.newsLikeness]).toEqual([1 + 0 - 1 + 0]);
  expect([...evidence.strongCount]).toEqual([1]);
});

test("a word says nothing of the extremes that it is not", () => {
  const evidence = evidenceOf("slot");
  expect([...evidence.most, ...evidence.secondMost]).toEqual([3, -9]);
  expect([...evidence.least, ...evidence.secondLeast]).toEqual([3, 9]);
});

test("a unit of unknown words has no evidence", () => {
  const evidence = evidenceOf("entah\napa");
  expect([...evidence.known, ...evidence.forSpam, ...evidence.forHam]).toEqual([0, 0, 0, 0, 0, 0]);
  expect([...evidence.most]).toEqual([-9, -9]);
});

test("there is one number per unit", () => {
  expect([...evidenceOf("slot\n\npasar\nbonus harga").known]).toEqual([1, 1, 2]);
  expect(evidenceOf("").known).toHaveLength(0);
});

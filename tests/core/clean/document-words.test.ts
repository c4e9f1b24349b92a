import { expect, test } from "vitest";
import { documentWords, UNKNOWN_LOG } from "../../../src/core/clean/document-words.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

const TABLE = makeWordTable(["slot"], {
  spam: Float64Array.of(-2),
  ham: Float64Array.of(-5),
  gamblingNews: Float64Array.of(-4),
});
const wordsOf = (text: string) => documentWords(text, unitsOf(text), TABLE);

test("words are numbered over all units", () => {
  const words = wordsOf("harga slot harga\nslot baru");
  expect(words.units.map((unit) => [...unit.words])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(words.units.map(({ tokenCount }) => tokenCount)).toEqual([3, 2]);
  expect(words.size).toBe(3);
});

test("an unknown word is as likely under each label", () => {
  const words = wordsOf("harga slot");
  expect([...words.known]).toEqual([0, 1]);
  expect([words.spam[0], words.ham[0], words.gamblingNews[0]]).toEqual([
    UNKNOWN_LOG,
    UNKNOWN_LOG,
    UNKNOWN_LOG,
  ]);
  expect([words.spam[1], words.ham[1], words.gamblingNews[1]]).toEqual([-2, -5, -4]);
});

test("words in disguise are counted", () => {
  expect(wordsOf("S L O T gacor88 tahun 2024").units[0]?.disguisedCount).toBe(1);
});

test("brands are letters with a few digits behind them, as often as they stand", () => {
  const words = wordsOf("gacor88 toto4d GACOR88 tahun 2024 rp500 covid19x");
  const [gacor] = words.units[0]?.words ?? [];
  expect(words.units[0]?.brands.filter((word) => word === gacor)).toHaveLength(2);
  expect(words.units[0]?.brands).toHaveLength(3);
});

test("rare words have more inverse document frequency, and unknown ones most", () => {
  const words = wordsOf("harga slot");
  expect([...words.idf]).toEqual([12, 5]);
});

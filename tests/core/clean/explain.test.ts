import { expect, test } from "vitest";
import { explainWords } from "../../../src/core/clean/explain.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

/** Log-odds: slot 3, pasar −2, bonus 1, harga 0. */
const TABLE = makeWordTable(["slot", "pasar", "bonus", "harga"], {
  ham: Float64Array.of(-5, -3, -4, -4),
  gamblingNews: Float64Array.of(-5, -3, -4, -4),
  spam: Float64Array.of(-2, -5, -3, -4),
});
const TEXT = "Harga pasar: S.L.O.T bonus slot baru";
const ALL = { start: 0, end: TEXT.length };

test("words come with what they say, strongest first, as they stand in the text, each once", () => {
  expect(explainWords(TEXT, ALL, TABLE, 9)).toEqual([
    { word: "S.L.O.T", logOdds: 3 },
    { word: "pasar", logOdds: -2 },
    { word: "bonus", logOdds: 1 },
    { word: "Harga", logOdds: 0 },
  ]);
});

test("no more words come than are asked for", () => {
  expect(explainWords(TEXT, ALL, TABLE, 1).map(({ word }) => word)).toEqual(["S.L.O.T"]);
  expect(explainWords(TEXT, ALL, TABLE, 0)).toEqual([]);
});

test("words outside the span say nothing", () => {
  expect(explainWords(TEXT, { start: 0, end: 11 }, TABLE, 9).map(({ word }) => word)).toEqual([
    "pasar",
    "Harga",
  ]);
});

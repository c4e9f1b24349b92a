import { expect, test } from "vitest";
import { countConfusion, f1, precision, recall } from "../../../src/core/evaluate/confusion.ts";

// Five of spam, of which three are cut; five of news, of which one is cut.
const CONFUSION = countConfusion(
  [
    [true, true],
    [true, true],
    [true, true],
    [true, false],
    [true, false],
    [false, true],
    [false, false],
    [false, false],
    [false, false],
    [false, false],
  ].map(([isSpam, isCut]) => ({ isSpam: isSpam === true, isCut: isCut === true })),
);

test("counts labels and verdicts", () => {
  expect(CONFUSION).toEqual({ cutSpam: 3, falseCuts: 1, missedSpam: 2, keptNews: 4 });
});

test("precision, recall and their harmonic mean", () => {
  expect(precision(CONFUSION)).toBe(3 / 4);
  expect(recall(CONFUSION)).toBe(3 / 5);
  expect(f1(CONFUSION)).toBeCloseTo(2 / (4 / 3 + 5 / 3), 12);
});

test("without spam and without cuts they have no meaning", () => {
  const nothing = countConfusion([{ isSpam: false, isCut: false }]);
  expect([precision(nothing), recall(nothing), f1(nothing)]).toEqual([NaN, NaN, NaN]);
});

test("where there is no spam every cut is false, and F1 has no meaning", () => {
  const falseCut = countConfusion([{ isSpam: false, isCut: true }]);
  expect([precision(falseCut), recall(falseCut), f1(falseCut)]).toEqual([0, NaN, NaN]);
});

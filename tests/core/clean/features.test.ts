import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyEvidence } from "../../../src/core/clean/unit-columns.ts";
import { contextFeatures } from "../../../src/core/clean/context-features.ts";
import type { FeatureRows } from "../../../src/core/clean/feature-rows.ts";
import { features } from "../../../src/core/clean/features.ts";
import type { UnitEvidence } from "../../../src/core/clean/unit-columns.ts";
import { unitEvidence } from "../../../src/core/clean/unit-evidence.ts";
import { wordFeatures } from "../../../src/core/clean/word-features.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { toyWords } from "../../toy-model.ts";
import { arbitraryDocument } from "../text/arbitrary-document.ts";

const column = ({ names, values, width, count }: FeatureRows, name: string): number[] =>
  Array.from(
    { length: count },
    (_, row) => values[row * width + names.indexOf(name)] ?? Number.NaN,
  );

/** Evidence of units of which only some is given. */
function evidenceWith(
  count: number,
  given: Partial<Record<keyof UnitEvidence, number[]>>,
): UnitEvidence {
  const evidence = emptyEvidence(count);
  for (const [name, values] of Object.entries(given)) {
    Object.assign(evidence, { [name]: Float64Array.from(values) });
  }
  return evidence;
}

/** Both tables of a text. */
function tablesOf(text: string): readonly [FeatureRows, FeatureRows] {
  const units = unitsOf(text);
  const first = features(unitEvidence(text, units, toyWords));
  const logOdds = Float64Array.from(units, (_, i) => i - 1);
  return [
    first,
    contextFeatures(
      first,
      logOdds,
      logOdds.map((x) => 1 / (1 + Math.exp(-x))),
    ),
  ];
}

test("names are unique, and the second table begins with the first", () => {
  const [first, second] = tablesOf("Satu.\n\nDua.");
  expect(new Set(second.names).size).toBe(second.names.length);
  expect(second.names.slice(0, first.names.length)).toEqual(first.names);
  expect([first.width, second.width]).toEqual([first.names.length, second.names.length]);
  expect(column(second, "words")).toEqual(column(first, "words"));
  // A forest keeps the number of a feature in a byte, one of which means a leaf.
  expect(second.names.length).toBeLessThan(255);
});

test("every feature of any text is a finite number", () => {
  fc.assert(
    fc.property(arbitraryDocument, (text) => {
      const unitCount = unitsOf(text).length;
      for (const rows of tablesOf(text)) {
        expect(rows.count).toBe(unitCount);
        expect(rows.values).toHaveLength(unitCount * rows.width);
        expect(rows.names.filter((name) => !column(rows, name).every(Number.isFinite))).toEqual([]);
      }
    }),
  );
});

test("words are taken in sum, by the word and by the root of their number", () => {
  const table = features(
    evidenceWith(1, { forSpam: [10], forHam: [-4], knownWords: [9], wordCount: [12] }),
  );
  expect(column(table, "wordSum")).toEqual([6]);
  expect(column(table, "words")).toEqual([6 / 3]);
  expect(column(table, "wordMean")).toEqual([6 / 9]);
  expect(column(table, "unknown")).toEqual([1 - 9 / 12]);
});

test("neighbours are those beside a unit", () => {
  const table = features(evidenceWith(3, { cachePosterior: [-1, 2, 5] }));
  const logit = (probability: number): number => Math.log(probability / (1 - probability));
  expect(column(table, "cachePosteriorBefore1")).toEqual([logit(0.1), -1, 2]);
  expect(column(table, "cachePosteriorAfter2")).toEqual([5, logit(0.3), logit(0.3)]);
});

test("what a unit is about is also taken against the middle of the document", () => {
  const table = features(
    evidenceWith(3, { topicHam: [0.75, -0.25, 0.5], topicBefore: [0, 0.125, 0.25] }),
  );
  expect(column(table, "topicMedian")).toEqual([0.5, 0.5, 0.5]);
  expect(column(table, "topicAboveMedian")).toEqual([0.25, -0.75, 0]);
  expect(column(table, "topicAfter")).toEqual([0.125, 0.25, 0]);
  expect(column(table, "topicHamBefore1")).toEqual([0, 0.75, -0.25]);
});

test("the first forest's word on the surroundings goes into the second table", () => {
  const first = features(emptyEvidence(3));
  const table = contextFeatures(first, Float64Array.of(-3, 1, 4), Float64Array.of(0.1, 0.7, 0.9));
  expect(column(table, "first")).toEqual([-3, 1, 4]);
  expect(column(table, "firstBefore1")).toEqual([-99, -3, 1]);
  expect(column(table, "firstAfter1")).toEqual([1, 4, 99]);
  expect(column(table, "firstMostBefore")).toEqual([-99, -3, 1]);
  expect(column(table, "firstMostAfter")).toEqual([4, 4, -99]);
  expect(column(table, "firstLeastAfter")).toEqual([1, 4, 99]);
  expect(column(table, "firstMedian")).toEqual([1, 1, 1]);
});

test("the features of the words come first, and are the same without the other evidence", () => {
  const units = unitsOf("Situs slot gacor.\n\nHarga beras di pasar naik lagi.");
  const evidence = unitEvidence(
    "Situs slot gacor.\n\nHarga beras di pasar naik lagi.",
    units,
    toyWords,
  );
  const ofWords = wordFeatures(evidence);
  const all = features(evidence);
  expect(all.names.slice(0, ofWords.width)).toEqual(ofWords.names);
  expect(features(evidence, ofWords)).toEqual(all);
});

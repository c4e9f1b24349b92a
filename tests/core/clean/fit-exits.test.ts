import { expect, test } from "vitest";
import { combinedPosteriors } from "../../../src/core/clean/combine.ts";
import { placedDocuments, sliceEvidence } from "../../../src/core/clean/evidence-set.ts";
import { withExits } from "../../../src/core/clean/fit-exits.ts";
import { trainCombination } from "../../../src/core/clean/train-combination.ts";
import { toyEvidence } from "../../toy-model.ts";

const SET = toyEvidence(200);
const COMBINATION = trainCombination(SET, { treeCount: 24 });
const DOCUMENTS = placedDocuments(SET).map(({ start, end }) => ({
  evidence: sliceEvidence(SET.evidence, start, end),
  labels: SET.labels.subarray(start, end),
}));

test("exits follow one another, up to the last tree", () => {
  const counts = COMBINATION.exits.map(({ treeCount }) => treeCount);
  expect(counts).toEqual([4, 8, 16, 24]);
  expect(COMBINATION.wordTrees).toBe(4);
});

test("no document in which all trees find something is left, and some without spam are", () => {
  let leftCount = 0;
  for (const { evidence, labels } of DOCUMENTS) {
    const all = combinedPosteriors(evidence, { ...COMBINATION, exits: [] });
    const posteriors = combinedPosteriors(evidence, COMBINATION);
    const isLeft = posteriors.every((posterior) => posterior === COMBINATION.passed);
    if (!isLeft) {
      expect(posteriors).toEqual(all);
    } else {
      expect(all.every((posterior) => posterior < 0.5)).toBe(true);
      expect(labels.includes(1)).toBe(false);
      leftCount++;
    }
  }
  expect(leftCount).toBeGreaterThan(10);
});

test("the posterior of what was left is the share of spam in it", () => {
  const left = DOCUMENTS.filter(({ evidence }) =>
    combinedPosteriors(evidence, COMBINATION).every((p) => p === COMBINATION.passed),
  );
  const unitCount = left.reduce((sum, { labels }) => sum + labels.length, 0);
  expect(COMBINATION.passed).toBeCloseTo(0.5 / (unitCount + 1), 12);
});

test("where nothing is ever found there is no exit", () => {
  const never = { ...COMBINATION.second, base: -50 };
  expect(withExits({ ...COMBINATION, second: never }, SET).exits).toEqual([]);
});

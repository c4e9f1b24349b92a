import { expect, test } from "vitest";
import { combinedPosteriors } from "../../../src/core/clean/combine.ts";
import { trainCombination } from "../../../src/core/clean/train-combination.ts";
import { toyEvidence } from "../../toy-model.ts";

const SET = toyEvidence(100);

test("the same evidence gives the same combination, bit for bit", () => {
  const train = () => trainCombination(SET, { treeCount: 3 });
  expect(train()).toEqual(train());
});

test("what was fitted tells spam from news", () => {
  const { documents, labels, evidence } = toyEvidence(40);
  const combination = trainCombination(SET, { treeCount: 8 });
  expect(documents.length).toBeGreaterThan(20);
  const posteriors = combinedPosteriors(evidence, combination);
  const right = labels.filter((label, unit) => (posteriors[unit] ?? 0) > 0.5 === (label === 1));
  expect(right.length / labels.length).toBeGreaterThan(0.9);
});

test("tells what it has done", () => {
  const steps: string[] = [];
  trainCombination(SET, { treeCount: 1, onStep: (step) => steps.push(step) });
  expect(steps).toContain("first forest");
  expect(steps).toContain("second forest");
});

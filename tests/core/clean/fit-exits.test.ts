import { expect, test } from "vitest";
import { combinedPosteriors } from "../../../src/core/clean/combine.ts";
import { placedDocuments } from "../../../src/core/clean/evidence-set.ts";
import { sliceEvidence } from "../../../src/core/clean/unit-columns.ts";
import { withExits } from "../../../src/core/clean/fit-exits.ts";
import { trainCombination } from "../../../src/core/clean/train-combination.ts";
import { toyEvidence } from "../../toy-model.ts";

const SET = toyEvidence(200);
const COMBINATION = trainCombination(SET, { treeCount: 24 });
const DOCUMENTS = placedDocuments(SET).map(({ start, end }) => ({
  evidence: sliceEvidence(SET.evidence, start, end),
  labels: SET.labels.subarray(start, end),
}));

test("exits follow one another, up to the last tree of each forest", () => {
  expect(COMBINATION.wordExits.map(({ treeCount }) => treeCount)).toEqual([1, 4]);
  expect(COMBINATION.exits.map(({ treeCount }) => treeCount)).toEqual([4, 8, 16, 24]);
});

const DECIDED = DOCUMENTS.map(({ evidence, labels }) => {
  const posteriors = [...combinedPosteriors(evidence, COMBINATION)];
  const all = [...combinedPosteriors(evidence, { ...COMBINATION, wordExits: [], exits: [] })];
  const isLeft = posteriors.every((posterior) => posterior === COMBINATION.passed);
  return { labels, posteriors, all, isLeft };
});

test("documents in which all trees find something are not left, and decided as by all trees", () => {
  const found = DECIDED.filter(({ all }) => all.some((posterior) => posterior >= 0.9));
  expect(found.length).toBeGreaterThan(50);
  expect(found.map(({ posteriors }) => posteriors)).toEqual(found.map(({ all }) => all));
});

test("most documents without spam are left, and hardly one with", () => {
  const isSpam = ({ labels }: (typeof DECIDED)[number]): boolean => labels.includes(1);
  const clean = DECIDED.filter((document) => !isSpam(document));
  expect(clean.filter(({ isLeft }) => isLeft).length * 2).toBeGreaterThan(clean.length);
  expect(DECIDED.filter((document) => document.isLeft && isSpam(document))).toEqual([]);
});

test("the posterior of what was left is the share of spam in it", () => {
  const left = DECIDED.filter(({ isLeft }) => isLeft);
  const unitCount = left.reduce((sum, { labels }) => sum + labels.length, 0);
  expect(COMBINATION.passed).toBeCloseTo(0.5 / (unitCount + 1), 12);
});

test("where nothing is ever found there is no exit", () => {
  const never = { ...COMBINATION.second, base: -50 };
  const { wordExits, exits } = withExits({ ...COMBINATION, second: never }, SET);
  expect([...wordExits, ...exits]).toEqual([]);
});

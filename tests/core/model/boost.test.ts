import { expect, test } from "vitest";
import { type BoostOptions, trainForest } from "../../../src/core/model/boost.ts";
import type { BinnedRows } from "../../../src/core/model/grow-tree.ts";
import { forestLogOdds, LEAF } from "../../../src/core/model/forest.ts";
import { seededRandom } from "../../../src/core/model/random.ts";

const options = (changes: Partial<BoostOptions> = {}): BoostOptions => ({
  treeCount: 1,
  leafCount: 2,
  learningRate: 0.5,
  leafRows: 1,
  ridge: 1,
  featureShare: 1,
  rowShare: 1,
  random: seededRandom(1),
  ...changes,
});
const ones = (count: number): Float32Array => new Float32Array(count).fill(1);

/** Four rows of two features; the bin of each, and one edge per feature. */
const FOUR: BinnedRows = {
  rowCount: 4,
  bins: Uint8Array.of(0, 0, 1, 0, 1, 1, 1, 1),
  edges: [Float32Array.of(0.25), Float32Array.of(7)],
};

test("the best split and its leaves are those worked out by hand", () => {
  // Labels 0 0 1 1: base ln(2/2) = 0, every probability 1/2, gradients ½ ½ −½ −½, curvatures ¼ each.
  //   feature 0 divides 1 | 3: (½)²/(¼ + 1) + (−½)²/(¾ + 1)  = 0.2 + 0.143 = 0.343
  //   feature 1 divides 2 | 2: 1²/(½ + 1) + (−1)²/(½ + 1)     = 1.333
  // Leaves of feature 1: −½ · 1/(½ + 1) = −1/3 and ½ · 1/(½ + 1) = 1/3.
  const forest = trainForest(FOUR, Uint8Array.of(0, 0, 1, 1), ones(4), options());
  expect(forest).toEqual({
    base: 0,
    roots: Uint32Array.of(0),
    features: Uint8Array.of(1, LEAF, LEAF),
    values: Float32Array.of(7, -1 / 3, 1 / 3),
    children: Uint32Array.of(1, 0, 0),
  });
});

test("a row counts by its weight", () => {
  // Weights 1 1 1 3, labels 0 0 1 1: base ln(4/2), every probability 2/3; gradients ⅔ ⅔ −⅓ −1; curvatures 2/9 (thrice), 6/9.
  // Feature 1 gains most: leaves −½ · (4/3)/(4/9 + 1) = −6/13 and −½ · (−4/3)/(8/9 + 1) = 6/17.
  const forest = trainForest(
    FOUR,
    Uint8Array.of(0, 0, 1, 1),
    Float32Array.of(1, 1, 1, 3),
    options(),
  );
  expect(forest.base).toBe(Math.fround(Math.log(2)));
  expect(forest.features[0]).toBe(1);
  expect(forest.values[1]).toBeCloseTo(-6 / 13, 6);
  expect(forest.values[2]).toBeCloseTo(6 / 17, 6);
});

test("a leaf of too few rows is not split off", () => {
  const labels = Uint8Array.of(0, 1, 1, 1);
  const split = trainForest(FOUR, labels, ones(4), options());
  const whole = trainForest(FOUR, labels, ones(4), options({ leafRows: 3 }));
  expect(split.features[0]).toBe(0);
  expect([...whole.features]).toEqual([LEAF]);
});

test("rows that are all spam or all ham are refused", () => {
  expect(() => trainForest(FOUR, Uint8Array.of(1, 1, 1, 1), ones(4), options())).toThrow(
    RangeError,
  );
  expect(() => trainForest(FOUR, Uint8Array.of(0, 0, 0, 0), ones(4), options())).toThrow(
    RangeError,
  );
});

/** 400 rows of three features with ten bins each; the third is noise. Spam where exactly one of the others is large. */
function noisyCross(): { rows: BinnedRows; labels: Uint8Array; evidence: number[][] } {
  const random = seededRandom(5);
  const evidence = Array.from({ length: 400 }, () =>
    [0, 0, 0].map(() => Math.floor(random() * 10)),
  );
  const edges = [0, 0, 0].map(() => Float32Array.from({ length: 9 }, (_, edge) => edge));
  const labels = Uint8Array.from(evidence, ([a = 0, b = 0]) => (a > 4 !== b > 4 ? 1 : 0));
  return {
    rows: { rowCount: 400, bins: Uint8Array.from(evidence.flat()), edges },
    labels,
    evidence,
  };
}

test("learns what no single feature tells", () => {
  const { rows, labels, evidence } = noisyCross();
  const forest = trainForest(
    rows,
    labels,
    ones(400),
    options({ treeCount: 60, leafCount: 6, leafRows: 5 }),
  );
  const wrong = evidence.filter(
    (row, index) => forestLogOdds(forest, row) > 0 !== (labels[index] === 1),
  );
  expect(wrong).toEqual([]);
});

const DRAWN = { treeCount: 20, leafCount: 5, leafRows: 5, featureShare: 0.7, rowShare: 0.5 };

test("the same rows and seed give the same forest, bit for bit", () => {
  const { rows, labels } = noisyCross();
  const train = (seed: number) =>
    trainForest(rows, labels, ones(400), options({ ...DRAWN, random: seededRandom(seed) }));
  expect(train(3)).toEqual(train(3));
  expect(train(3)).not.toEqual(train(4));
});

test("every tree starts after the one before, and its nodes lead on within it", () => {
  const { rows, labels } = noisyCross();
  const { roots, features, children } = trainForest(rows, labels, ones(400), options(DRAWN));
  expect(roots).toHaveLength(20);
  roots.forEach((root, tree) => {
    const end = roots[tree + 1] ?? features.length;
    const nodes = Array.from({ length: end - root }, (_, node) => root + node);
    const splits = nodes.filter((node) => features[node] !== LEAF);
    // Each node but the root is the child of one split.
    const led = splits.flatMap((node) => [children[node] ?? 0, (children[node] ?? 0) + 1]);
    expect(led.toSorted((a, b) => a - b)).toEqual(nodes.slice(1));
    expect(splits.every((node) => (children[node] ?? 0) > node)).toBe(true);
    expect(splits.length).toBeLessThan(5);
  });
});

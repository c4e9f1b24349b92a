import { expect, test } from "vitest";
import { type Forest, forestLogOdds, LEAF } from "../../../src/core/model/forest.ts";

/**
 * Two trees. The first asks twice, the second is a leaf:
 *
 *     0: evidence 1 ≤ 0.5 ?   1: leaf −1    2: evidence 0 ≤ 2 ?   3: leaf 0.25    4: leaf 4
 *     5: leaf 0.5
 */
const FOREST: Forest = {
  base: -2,
  roots: Uint32Array.of(0, 5),
  features: Uint8Array.of(1, LEAF, 0, LEAF, LEAF, LEAF),
  values: Float32Array.of(0.5, -1, 2, 0.25, 4, 0.5),
  children: Uint32Array.of(1, 0, 3, 0, 0, 0),
};

test.each([
  ["the lower child", [9, 0], -2 - 1 + 0.5],
  ["the lower child, at the threshold", [9, 0.5], -2 - 1 + 0.5],
  ["the upper child, then the lower", [2, 1], -2 + 0.25 + 0.5],
  ["the upper child twice", [3, 1], -2 + 4 + 0.5],
])("each tree's leaf is added to the base: %s", (_, evidence, expected) => {
  expect(forestLogOdds(FOREST, evidence)).toBe(expected);
});

test("a forest without trees says its base", () => {
  const bare = { ...FOREST, roots: new Uint32Array(0) };
  expect(forestLogOdds(bare, [1, 1])).toBe(-2);
});

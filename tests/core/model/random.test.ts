import fc from "fast-check";
import { expect, test } from "vitest";
import {
  drawInteger,
  drawOne,
  drawWeighted,
  seededRandom,
} from "../../../src/core/model/random.ts";

test("the first numbers of a seed are those that mulberry32 gives everywhere", () => {
  const random = seededRandom(0);
  expect([random(), random(), random()]).toEqual([
    0.26642920868471265, 0.0003297457005828619, 0.2232720274478197,
  ]);
});

test("the same seed gives the same numbers, another seed others", () => {
  const first = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
  expect(first(7)).toEqual(first(7));
  expect(first(7)).not.toEqual(first(8));
});

test("numbers are in [0, 1)", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const drawn = seededRandom(seed)();
      expect(drawn).toBeGreaterThanOrEqual(0);
      expect(drawn).toBeLessThan(1);
    }),
  );
});

test("a whole number is drawn from the least to the most, both included", () => {
  expect(drawInteger(() => 0, 3, 5)).toBe(3);
  expect(drawInteger(() => 0.5, 3, 5)).toBe(4);
  expect(drawInteger(() => 0.999, 3, 5)).toBe(5);
  expect(drawInteger(() => 0.999, 3, 3)).toBe(3);
});

test("each element is drawn with the same chance", () => {
  expect([0, 0.34, 0.67].map((drawn) => drawOne(() => drawn, ["a", "b", "c"]))).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("nothing can be drawn from an empty list", () => {
  expect(() => drawOne(() => 0, [])).toThrow(RangeError);
  expect(() =>
    drawWeighted(
      () => 0,
      [],
      () => 1,
    ),
  ).toThrow(RangeError);
});

test("an element is drawn in proportion to its weight", () => {
  // Weights 1, 0 and 3: the first below 1/4, the last from 1/4, the second never.
  const weights = [1, 0, 3];
  const drawAt = (drawn: number): number =>
    drawWeighted(
      () => drawn,
      weights,
      (weight) => weight,
    );
  expect([0, 0.249, 0.25, 0.999].map(drawAt)).toEqual([1, 1, 3, 3]);
});

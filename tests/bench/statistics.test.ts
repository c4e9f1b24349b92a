import { describe, expect, test } from "vitest";
import { fitExponent, growthExponent, median, quantile } from "./statistics.ts";

describe("the median", () => {
  test("is the middle one, in whatever order they come", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  test("is the mean of the two in the middle of an even count", () => {
    expect(median([1, 10, 2, 4])).toBe((2 + 4) / 2);
  });

  test("needs a number", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("a quantile", () => {
  test("is the least number that the share does not exceed", () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect([0.05, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 10, 19, 20]);
  });

  test("needs a number", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe("the fitted exponent", () => {
  const curve = (exponent: number, start = 0) =>
    [1, 10, 100, 1000].map((size) => ({ size, elapsed: start + 3 * size ** exponent }));

  test.for([1, 1.5, 2])("finds that of a curve: %d", (exponent) => {
    expect(fitExponent(curve(exponent))).toBeCloseTo(exponent, 10);
  });

  test("leaves out what an empty input takes, and sizes that are lost in it", () => {
    expect(fitExponent(curve(1, 40))).toBeLessThan(0.7);
    expect(growthExponent(curve(1, 40), 40)).toBeCloseTo(1, 10);
  });

  test("is not a number for a single size", () => {
    expect(fitExponent([{ size: 5, elapsed: 5 }])).toBeNaN();
  });
});

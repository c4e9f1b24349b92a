import { expect, test } from "vitest";
import { bootstrap } from "../../../src/core/evaluate/bootstrap.ts";
import { seededRandom } from "../../../src/core/model/random.ts";

/** The share of ones in the first column, the sums of which are [ones, rows]. */
const share = (sums: Float64Array): number[] => [(sums[0] ?? 0) / (sums[1] ?? 0)];

const ones = (count: number, of: number): Float64Array[] =>
  Array.from({ length: of }, (_, index) => Float64Array.of(index < count ? 1 : 0, 1));

test("the interval of a share is that of the binomial distribution", () => {
  const [estimate] = bootstrap(ones(80, 100), share, {
    random: seededRandom(1),
    resamples: 4000,
  });
  // The 2.5th and 97.5th percentile of B(100, 0.8) are 72 and 87.
  expect(estimate?.value).toBe(0.8);
  expect(Math.abs((estimate?.low ?? 0) - 0.72)).toBeLessThanOrEqual(0.01);
  expect(Math.abs((estimate?.high ?? 0) - 0.87)).toBeLessThanOrEqual(0.01);
});

test("documents that all agree leave no doubt", () => {
  const [estimate] = bootstrap(ones(50, 50), share, { random: seededRandom(1) });
  expect(estimate).toEqual({ value: 1, low: 1, high: 1 });
});

test("the same seed gives the same interval", () => {
  const run = () => bootstrap(ones(3, 10), share, { random: seededRandom(5), resamples: 100 });
  expect(run()).toEqual(run());
});

test("a document counts with all that it has", () => {
  // One document of four has 99 of the 100 paragraphs, all of them ones, and is missing from (3/4)⁴ = 32 % of the draws: the
  // interval begins at 0. Of single paragraphs it would be 0.97 to 1.
  const rows = [
    Float64Array.of(99, 99),
    ...Array.from({ length: 3 }, () => Float64Array.of(0, 1 / 3)),
  ];
  const [estimate] = bootstrap(rows, share, { random: seededRandom(1) });
  expect(estimate?.value).toBeCloseTo(0.99, 12);
  expect(estimate?.low).toBe(0);
});

test("draws for which a figure has no meaning are left out of its interval", () => {
  const precision = (sums: Float64Array): number[] => [(sums[0] ?? 0) / (sums[0] ?? 0)];
  const [estimate] = bootstrap(ones(1, 3), precision, { random: seededRandom(1) });
  expect(estimate).toEqual({ value: 1, low: 1, high: 1 });
});

test("without documents there are no figures", () => {
  const [estimate] = bootstrap([], share, { random: seededRandom(1) });
  expect(estimate).toEqual({ value: NaN, low: NaN, high: NaN });
});

test("refuses too few resamples and rows that do not match", () => {
  const random = seededRandom(1);
  expect(() => bootstrap([], share, { random, resamples: 39 })).toThrow(
    "bootstrap: resamples must be 40 or more, got 39",
  );
  const rows = [Float64Array.of(1), Float64Array.of(1, 2)];
  expect(() => bootstrap(rows, share, { random })).toThrow("every row must have 1 numbers");
});

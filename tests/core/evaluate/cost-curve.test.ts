import { expect, test } from "vitest";
import { costCurve, leastCost, mostExact } from "../../../src/core/evaluate/cost-curve.ts";

const THRESHOLDS = [0.2, 0.5, 0.9];

/** Spam with 0.1, 0.5 and 0.95; news with 0.3 and 0.6. */
const DOCUMENTS = [
  { scores: [0.1, 0.5, 0.3], isSpam: [true, true, false], isExactAt: [false, true, true] },
  { scores: [0.95, 0.6], isSpam: [true, false], isExactAt: [false, false, true] },
];

test("counts false cuts and misses at each threshold, a false cut as ten misses", () => {
  expect(costCurve(DOCUMENTS, THRESHOLDS)).toEqual([
    { threshold: 0.2, falseCuts: 2, missedSpam: 1, cost: 2 * 10 + 1, exact: 0 },
    { threshold: 0.5, falseCuts: 1, missedSpam: 1, cost: 1 * 10 + 1, exact: 1 },
    { threshold: 0.9, falseCuts: 0, missedSpam: 2, cost: 2, exact: 2 },
  ]);
});

test("a score equal to the threshold is cut", () => {
  const [point] = costCurve([{ scores: [0.5], isSpam: [false], isExactAt: [false] }], [0.5]);
  expect(point?.falseCuts).toBe(1);
});

test("of points that cost the same the one that cuts least is the least", () => {
  const curve = costCurve([{ scores: [0.95], isSpam: [true], isExactAt: [] }], THRESHOLDS);
  expect(leastCost(curve)?.threshold).toBe(0.9);
  expect(leastCost([])).toBeUndefined();
});

test("of points that are exact as often the one of least cost is the best", () => {
  const curve = costCurve(
    [{ scores: [0.3, 0.6], isSpam: [false, true], isExactAt: [true, true, false] }],
    THRESHOLDS,
  );
  expect(mostExact(curve)?.threshold).toBe(0.5);
});

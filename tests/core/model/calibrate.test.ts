import { expect, test } from "vitest";
import { calibrated, fitCalibration } from "../../../src/core/model/calibrate.ts";

const RAW = Array.from({ length: 41 }, (_, index) => (index - 20) / 4);

/** Each raw number twice: as spam with the weight of its probability, and as ham with the rest. */
function rowsOf(slope: number, intercept: number) {
  const chance = (x: number): number => 1 / (1 + Math.exp(-(slope * x + intercept)));
  return [
    Float64Array.from([...RAW, ...RAW]),
    Uint8Array.from([...RAW.map(() => 1), ...RAW.map(() => 0)]),
    Float32Array.from([...RAW.map(chance), ...RAW.map((x) => 1 - chance(x))]),
  ] as const;
}

test.each([
  [1, 0],
  [0.5, -2],
  [2, 1.5],
])("recovers a slope of %d and an intercept of %d", (slope, intercept) => {
  const fitted = fitCalibration(...rowsOf(slope, intercept));
  expect(fitted.slope).toBeCloseTo(slope, 4);
  expect(fitted.intercept).toBeCloseTo(intercept, 4);
});

test("never turns the order round", () => {
  const [logOdds, labels, weights] = rowsOf(-1, 0);
  expect(fitCalibration(logOdds, labels, weights).slope).toBeGreaterThan(0);
});

test("log-odds become a probability", () => {
  // 2 · ln 3 − ln 3 = ln 3: three to one.
  expect(calibrated(Math.log(3), { slope: 2, intercept: -Math.log(3) })).toBeCloseTo(3 / 4, 12);
});

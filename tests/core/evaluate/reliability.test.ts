import { expect, test } from "vitest";
import { measureReliability } from "../../../src/core/evaluate/reliability.ts";

const of = (posterior: number, isSpam: boolean) => ({ posterior, isSpam });

test("the calibration error is the distance of posterior and share, weighted by paragraphs", () => {
  // The first bin: mean 0.05, none of two is spam. The last: mean 0.95, one of two is.
  const paragraphs = [of(0.04, false), of(0.06, false), of(0.93, true), of(0.97, false)];
  const { expectedCalibrationError, bins } = measureReliability(paragraphs);
  expect(expectedCalibrationError).toBeCloseTo((2 * 0.05 + 2 * (0.95 - 0.5)) / 4, 12);
  expect(bins).toHaveLength(10);
  expect(bins[9]).toMatchObject({ from: 0.9, to: 1, paragraphs: 2, spamShare: 0.5 });
  expect(bins[9]?.meanPosterior).toBeCloseTo(0.95, 12);
});

test("a posterior on the edge of two bins is in the upper one, 1 in the last", () => {
  const { bins } = measureReliability([of(0.5, true), of(1, true), of(0, false)]);
  expect(bins.map(({ paragraphs }) => paragraphs)).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
});

test("log loss is the mean surprise at the truth", () => {
  const { logLoss } = measureReliability([of(0.8, true), of(0.5, false)]);
  expect(logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.5)) / 2, 12);
});

test("one sure mistake does not make it infinite", () => {
  expect(measureReliability([of(1, false)]).logLoss).toBeCloseTo(-Math.log(1e-6), 6);
});

test("without paragraphs there is nothing to say", () => {
  const { expectedCalibrationError, logLoss } = measureReliability([]);
  expect([expectedCalibrationError, logLoss]).toEqual([NaN, NaN]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Chain, sequencePosteriors } from "../../../src/core/clean/sequence.ts";

/** Posteriors by adding up the probability of every sequence of states: bit i of `states` says that unit i is spam. */
function byEnumeration(logOdds: readonly number[], chain: Chain): number[] {
  const spam = logOdds.map(() => 0);
  let total = 0;
  for (let states = 0; states < 2 ** logOdds.length; states++) {
    const isSpam = (unit: number): boolean => ((states >> unit) & 1) === 1;
    const probability = logOdds.reduce((product, evidence, unit) => {
      const enter = unit === 0 ? chain.first : (chain.enter[unit] ?? 0);
      const stay = 1 - (chain.leave[unit] ?? 0);
      const toSpam = unit > 0 && isSpam(unit - 1) ? stay : enter;
      return product * (isSpam(unit) ? toSpam * Math.exp(evidence) : 1 - toSpam);
    }, 1);
    total += probability;
    spam.forEach((_, unit) => {
      spam[unit] = (spam[unit] ?? 0) + (isSpam(unit) ? probability : 0);
    });
  }
  return spam.map((sum) => sum / total);
}

const chainOf = (first: number, enter: readonly number[], leave: readonly number[]): Chain => ({
  first,
  enter: Float64Array.from(enter),
  leave: Float64Array.from(leave),
});

test("no unit has no posterior", () => {
  expect(sequencePosteriors(new Float64Array(0), chainOf(0.1, [], []))).toHaveLength(0);
});

test("one unit has the posterior of its prior and its evidence", () => {
  // Prior odds 0.2 / 0.8 = 1/4, evidence 8 to 1: posterior odds 2, probability 2/3.
  const [posterior] = sequencePosteriors(Float64Array.of(Math.log(8)), chainOf(0.2, [0], [0]));
  expect(posterior).toBeCloseTo(2 / 3, 12);
});

test("two units are weighed together", () => {
  // Evidence 3 to 1, then none. First 0.5, enter 0.1, leave 0.2. The four sequences (N news, S spam):
  //   NN 0.5·0.9 = 0.45    NS 0.5·0.1 = 0.05    SN 0.5·3·0.2 = 0.3    SS 0.5·3·0.8 = 1.2    sum 2
  const posteriors = sequencePosteriors(
    Float64Array.of(Math.log(3), 0),
    chainOf(0.5, [0, 0.1], [0, 0.2]),
  );
  expect(posteriors[0]).toBeCloseTo((0.3 + 1.2) / 2, 12);
  expect(posteriors[1]).toBeCloseTo((0.05 + 1.2) / 2, 12);
});

test("posteriors equal those of all sequences, enumerated", () => {
  const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const evidence = fc.double({ min: -6, max: 6, noNaN: true });
  const units = fc.array(fc.tuple(evidence, probability, probability), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(probability, units, (first, rows) => {
      const chain = chainOf(
        first,
        rows.map(([, enter]) => enter),
        rows.map(([, , leave]) => leave),
      );
      const logOdds = rows.map(([unit]) => unit);
      const expected = byEnumeration(logOdds, chain);
      sequencePosteriors(Float64Array.from(logOdds), chain).forEach((posterior, unit) => {
        expect(posterior).toBeCloseTo(expected[unit] ?? -1, 9);
      });
    }),
  );
});

test("evidence beyond all measure still gives probabilities", () => {
  const logOdds = Float64Array.of(1e6, -1e6, Infinity, -Infinity, 0, 800);
  const steady = Array.from(logOdds, () => 0.05);
  for (const posterior of sequencePosteriors(logOdds, chainOf(0.1, steady, steady))) {
    expect(posterior).toBeGreaterThanOrEqual(0);
    expect(posterior).toBeLessThanOrEqual(1);
  }
});

test("a bland unit amid spam is likelier spam than the same unit amid news", () => {
  const steady = chainOf(0.1, [0, 0.05, 0.05], [0, 0.05, 0.05]);
  const amidSpam = sequencePosteriors(Float64Array.of(5, 0, 5), steady);
  const amidNews = sequencePosteriors(Float64Array.of(-5, 0, -5), steady);
  expect(amidSpam[1]).toBeGreaterThan(0.9);
  expect(amidNews[1]).toBeLessThan(0.1);
});

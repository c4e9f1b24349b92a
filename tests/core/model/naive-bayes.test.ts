import { expect, test } from "vitest";
import {
  type LabelCounts,
  logLikelihoods,
  priorLogOdds,
} from "../../../src/core/model/naive-bayes.ts";

/**
 * Table 13.1 of Manning, Raghavan and Schütze (2008), a document being the set of its words:
 *
 *     china   Chinese Beijing Chinese   →  Beijing Chinese
 *     china   Chinese Chinese Shanghai  →  Chinese Shanghai
 *     china   Chinese Macao             →  Chinese Macao
 *     other   Tokyo Japan Chinese       →  Chinese Japan Tokyo
 */
const COUNTS: LabelCounts<"china" | "other"> = {
  paragraphs: { china: 3, other: 1 },
  words: ["Chinese", "Beijing", "Shanghai", "Macao", "Tokyo", "Japan"],
  counts: { china: [3, 1, 1, 1, 0, 0], other: [1, 0, 0, 0, 1, 1] },
};

test("likelihoods are those of the textbook's example, by presence", () => {
  // (count + 1) / (documents + 1): the smoothing is 1, and natural counts one document more than it saw.
  expect([...logLikelihoods(COUNTS, "china", 1)]).toEqual([
    Math.log((3 + 1) / (3 + 1)),
    Math.log((1 + 1) / (3 + 1)),
    Math.log((1 + 1) / (3 + 1)),
    Math.log((1 + 1) / (3 + 1)),
    Math.log((0 + 1) / (3 + 1)),
    Math.log((0 + 1) / (3 + 1)),
  ]);
  expect([...logLikelihoods(COUNTS, "other", 1)]).toEqual([
    Math.log((1 + 1) / (1 + 1)),
    Math.log((0 + 1) / (1 + 1)),
    Math.log((0 + 1) / (1 + 1)),
    Math.log((0 + 1) / (1 + 1)),
    Math.log((1 + 1) / (1 + 1)),
    Math.log((1 + 1) / (1 + 1)),
  ]);
});

test("the prior is that of the documents, each label with one more", () => {
  expect(priorLogOdds(COUNTS, "china", "other")).toBe(Math.log((3 + 1) / (1 + 1)));
});

test("the textbook's test document is not about China, as by its Bernoulli model", () => {
  // Chinese Chinese Chinese Tokyo Japan  →  Chinese Tokyo Japan
  // prior (4/2) · Chinese (4/4)/(2/2) · Tokyo (1/4)/(2/2) · Japan (1/4)/(2/2) = 1/8
  const china = logLikelihoods(COUNTS, "china", 1);
  const other = logLikelihoods(COUNTS, "other", 1);
  const logOdds = ["Chinese", "Tokyo", "Japan"]
    .map((word) => COUNTS.words.indexOf(word))
    .reduce(
      (sum, word) => sum + (china[word] ?? 0) - (other[word] ?? 0),
      priorLogOdds(COUNTS, "china", "other"),
    );
  expect(logOdds).toBeCloseTo(Math.log(1 / 8), 12);
});

test("less smoothing makes an unseen word say more", () => {
  expect(logLikelihoods(COUNTS, "china", 0.03)[4]).toBe(Math.log((0 + 0.03) / (3 + 1)));
});

test.each([0, -1, Number.NaN])("a smoothing of %d is refused", (smoothing) => {
  expect(() => logLikelihoods(COUNTS, "china", smoothing)).toThrow(
    new RangeError(`logLikelihoods: smoothing must be above 0, got ${smoothing}`),
  );
});

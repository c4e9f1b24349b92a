import fc from "fast-check";
import { expect, test } from "vitest";
import { documentWords } from "../../../src/core/clean/document-words.ts";
import { type TopicEvidence, topicEvidence } from "../../../src/core/clean/topic-evidence.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { decodeTopic, NO_TOPICS, type TopicVectors } from "../../../src/core/model/topic-space.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

/** Two directions: prices and gambling; "dan" has none of its own, and "pasar" no vector. */
const TOPICS: TopicVectors = {
  dimensions: 2,
  words: ["harga", "beras", "slot", "dan"],
  codes: Int8Array.of(100, 0, 50, 0, 0, 100, 80, 80),
};

function evidenceOf(
  text: string,
  posteriors: readonly number[],
  topics: TopicVectors = TOPICS,
): TopicEvidence {
  const words = ["pasar", ...TOPICS.words];
  const logs = new Float64Array(words.length).fill(-3);
  const table = makeWordTable(words, { ham: logs, gamblingNews: logs, spam: logs }, topics);
  return topicEvidence(
    documentWords(text, unitsOf(text), table),
    table.topics,
    Float64Array.from(posteriors),
  );
}

const rounded = (values: Float64Array): unknown[] =>
  Array.from(values, (value) => expect.closeTo(value, 12));

test("a unit is compared with the others held to be ham, with those held to be spam, and with the one before", () => {
  const { topicHam, topicSpam, topicBefore } = evidenceOf("harga\nberas\nslot\nslot", [0, 0, 1, 1]);
  expect([...topicHam]).toEqual(rounded(Float64Array.of(1, 1, 0, 0)));
  expect([...topicSpam]).toEqual(rounded(Float64Array.of(0, 0, 1, 1)));
  expect([...topicBefore]).toEqual(rounded(Float64Array.of(0, 1, 0, 1)));
});

test("the others count by how likely they are, and by how long their vectors are", () => {
  // The rest of the first unit in ham is (0.75 · b, 0.5 · s), where b and s are the lengths of the other two.
  const [b, s] = [decodeTopic(50), decodeTopic(100)];
  const { topicHam, topicSpam } = evidenceOf("harga\nberas\nslot", [0.5, 0.25, 0.5]);
  expect(topicHam[0]).toBeCloseTo((0.75 * b) / Math.hypot(0.75 * b, 0.5 * s), 12);
  expect(topicSpam[0]).toBeCloseTo((0.25 * b) / Math.hypot(0.25 * b, 0.5 * s), 12);
});

test("the vector of a unit is the sum of those of its words, each once", () => {
  const { topicBefore } = evidenceOf("slot\nharga harga harga slot", [0, 0]);
  expect(topicBefore[1]).toBeCloseTo(Math.SQRT1_2, 12);
});

test("words without a vector and words that the model does not know say nothing", () => {
  expect(evidenceOf("harga pasar asing\nberas pasar\nasing", [0, 0.5, 1])).toEqual(
    evidenceOf("harga\nberas\nlain", [0, 0.5, 1]),
  );
});

test.each([
  ["a model without vectors", "harga\nslot\nberas", NO_TOPICS],
  ["units without words that have one", "asing\npasar\n!!!", TOPICS],
])("%s gives zeros", (_, text, topics) => {
  const zeros = new Float64Array(3);
  expect(evidenceOf(text, [0.1, 0.9, 0.5], topics)).toEqual({
    topicHam: zeros,
    topicSpam: zeros,
    topicBefore: zeros,
  });
});

test("a unit by itself is compared with nothing", () => {
  for (const posterior of [0, 0.3, 1]) {
    const zero = Float64Array.of(0);
    expect(evidenceOf("harga slot dan", [posterior])).toEqual({
      topicHam: zero,
      topicSpam: zero,
      topicBefore: zero,
    });
  }
});

test("no unit has no evidence", () => {
  expect(evidenceOf("", []).topicHam).toHaveLength(0);
});

type Vector = readonly number[];
const plus = (a: Vector, b: Vector, scale = 1): Vector =>
  a.map((value, d) => value + scale * (b[d] ?? 0));
const dot = (a: Vector, b: Vector): number =>
  a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
const cosine = (a: Vector, b: Vector): number => {
  const size = Math.sqrt(dot(a, a) * dot(b, b));
  return size < 1e-12 ? 0 : dot(a, b) / size;
};

/** The same, each unit compared with the others one by one. */
function naive(units: readonly (readonly string[])[], posteriors: Vector, topics: TopicVectors) {
  const zero: Vector = Array<number>(topics.dimensions).fill(0);
  const vectors = units.map((words) =>
    [...new Set(words)].reduce((sum, word) => {
      const row = topics.words.indexOf(word) * topics.dimensions;
      const codes = topics.codes.subarray(row, row + topics.dimensions);
      return row < 0 ? sum : plus(sum, Array.from(codes, decodeTopic));
    }, zero),
  );
  const withOthers = (share: (posterior: number) => number): number[] =>
    vectors.map((vector, i) => {
      const others = vectors.reduce(
        (sum, other, j) => (j === i ? sum : plus(sum, other, share(posteriors[j] ?? 0))),
        zero,
      );
      return cosine(vector, others);
    });
  return {
    topicHam: withOthers((posterior) => 1 - posterior),
    topicSpam: withOthers((posterior) => posterior),
    topicBefore: vectors.map((vector, i) => cosine(vector, vectors[i - 1] ?? zero)),
  };
}

test("sums that leave the unit out are those over all other units", () => {
  const word = fc.constantFrom("harga", "beras", "slot", "dan", "pasar", "asing");
  const unit = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 5 }),
    posterior: fc.constantFrom(0, 0.125, 0.5, 0.75, 1),
  });
  const topics = fc
    .int8Array({ min: -127, max: 127, minLength: 12, maxLength: 12 })
    .map((codes) => ({ ...TOPICS, dimensions: 3, codes: Int8Array.from(codes) }));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), topics, (units, vectors) => {
      const posteriors = units.map(({ posterior }) => posterior);
      const words = units.map((each) => each.words);
      const text = words.map((ofUnit) => ofUnit.join(" ")).join("\n");
      const evidence = evidenceOf(text, posteriors, vectors);
      const expected = naive(words, posteriors, vectors);
      for (const name of ["topicHam", "topicSpam", "topicBefore"] as const) {
        expect(evidence[name]).toHaveLength(units.length);
        evidence[name].forEach((value, i) => expect(value).toBeCloseTo(expected[name][i] ?? 2, 6));
      }
    }),
  );
});

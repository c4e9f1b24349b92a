import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatModel, type Model, parseModel } from "../../../src/core/model/model.ts";
import {
  decodeTopic,
  encodeTopic,
  type TopicSpace,
  type TopicVectors,
} from "../../../src/core/model/topic-space.ts";
import { formatTopics, parseTopics } from "../../../src/core/model/topics-file.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

const TOPICS: TopicVectors = {
  dimensions: 2,
  words: ["pasar", "__proto__", "賭場"],
  codes: Int8Array.of(0, 1, -1, 10, 127, -127),
};

describe("codes of numbers", () => {
  test("every code stands for the number that it is made from", () => {
    for (let code = -127; code <= 127; code++) {
      expect(encodeTopic(decodeTopic(code)) + 0).toBe(code);
    }
  });

  test("squares are evenly spaced, up to a quarter", () => {
    expect([0, 1, -2, 127].map(decodeTopic)).toEqual([
      0,
      0.25 / 127 ** 2,
      (-0.25 * 4) / 127 ** 2,
      0.25,
    ]);
  });

  test("a number comes back within half a step", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.25, max: 0.25, noNaN: true }), (value) => {
        const code = encodeTopic(value);
        const step = decodeTopic(Math.abs(code) + 1) - decodeTopic(Math.abs(code));
        expect(Math.abs(decodeTopic(code) - value)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });

  test("a greater number has no lesser code, and its opposite the opposite one", () => {
    const value = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(encodeTopic(Math.min(a, b))).toBeLessThanOrEqual(encodeTopic(Math.max(a, b)));
        expect(encodeTopic(-a) + 0).toBe(0 - encodeTopic(a));
      }),
    );
  });

  test("what is beyond a quarter has the last code", () => {
    expect([0.25, 0.3, 1, -0.26, -9].map(encodeTopic)).toEqual([127, 127, 127, -127, -127]);
  });
});

test("what was formatted is parsed", () => {
  expect(parseTopics(formatTopics(TOPICS), "f")).toEqual(TOPICS);
  const none = { dimensions: 64, words: [], codes: new Int8Array(0) };
  expect(parseTopics(formatTopics(none), "f")).toEqual(none);
});

test("any vectors are parsed as they were formatted, wherever their bytes lie", () => {
  const arbitraryTopics = fc
    .tuple(fc.nat({ max: 5 }), fc.uniqueArray(fc.string({ unit: "grapheme" }), { maxLength: 9 }))
    .chain(([dimensions, words]) => {
      const length = dimensions * words.length;
      const codes = fc.int8Array({ min: -127, max: 127, minLength: length, maxLength: length });
      return fc.record({ dimensions: fc.constant(dimensions), words: fc.constant(words), codes });
    });
  fc.assert(
    fc.property(arbitraryTopics, (topics) => {
      const bytes = formatTopics(topics);
      expect(parseTopics(Buffer.concat([Buffer.from("xyz"), bytes]).subarray(3), "f")).toEqual({
        ...topics,
        codes: Int8Array.from(topics.codes),
      });
      const inLarger = Int8Array.from([5, ...topics.codes, 5]).subarray(1, -1);
      expect(formatTopics({ ...topics, codes: inLarger })).toEqual(bytes);
    }),
  );
});

/** Packed topics with their header changed. */
function packedWith(change: object): Uint8Array {
  const header = { format: "tapis-topics", version: 1, dimensions: 2, words: TOPICS.words };
  const line = `${JSON.stringify({ ...header, ...change })}\n`;
  return Buffer.concat([Buffer.from(line), Buffer.from(TOPICS.codes)]);
}

test("a changed header is all that is wrong with the packed topics below", () => {
  expect(parseTopics(packedWith({}), "f")).toEqual(TOPICS);
});

test.each([
  ["nothing", new Uint8Array(0), "f: is not packed topics (no JSON header)"],
  ["no header", Buffer.from("abc\ndef"), "f: is not packed topics (no JSON header)"],
  ["an empty header", Buffer.from("\n{}"), "f: is not packed topics (no JSON header)"],
  ["no line feed", Buffer.from("{}"), "f: is not packed topics (no JSON header)"],
  ["a header that is null", Buffer.from("null\n"), "f: "],
  ["another format", packedWith({ format: "tapis-evidence" }), "format"],
  ["another version", packedWith({ version: 2 }), "version"],
  ["an unknown field", packedWith({ colour: "red" }), "colour"],
  ["fewer than no dimensions", packedWith({ dimensions: -1 }), "dimensions"],
  ["half a dimension", packedWith({ dimensions: 1.5 }), "dimensions"],
  ["more dimensions than any model has", packedWith({ dimensions: 1025 }), "dimensions"],
  ["a word that is none", packedWith({ words: ["a", 1, "b"] }), "words"],
  ["words that are missing", packedWith({ words: undefined }), "words"],
  ["too few bytes", formatTopics(TOPICS).slice(0, -1), "f: holds another number of bytes"],
  [
    "too many bytes",
    Buffer.concat([formatTopics(TOPICS), Buffer.from("x")]),
    "f: holds another number of bytes than its header says",
  ],
  ["more words than bytes", packedWith({ words: ["a", "b", "c", "d"] }), "f: holds another number"],
])("refuses %s", (_, bytes, message) => {
  expect(() => parseTopics(bytes, "f")).toThrow(
    expect.objectContaining({
      code: "ERR_TOPICS_FORMAT",
      message: expect.stringMatching(
        new RegExp(`^f: [^]*${message.replace(/^f: /, "").replace(/[()]/g, "\\$&")}`),
      ),
    }),
  );
});

describe("in a model file", () => {
  const logs = Float64Array.of(-1, -2, -3, -4);
  const words = makeWordTable(
    ["slot", "pasar", "__proto__", "賭場"],
    { ham: logs, gamblingNews: logs, spam: logs },
    TOPICS,
  );
  const modelWith = (topics: Partial<TopicSpace> = {}): Model => ({
    words: { ...words, topics: { ...words.topics, ...topics } },
    combination: undefined,
    threshold: 0.5,
    unsure: 0.25,
  });

  test("vectors are kept, with the words that they belong to", () => {
    const parsed = parseModel(formatModel(modelWith())).words;
    const { dimensions, size, codes } = parsed.topics;
    expect({ dimensions, size }).toEqual({ dimensions: 2, size: 3 });
    for (const [row, word] of TOPICS.words.entries()) {
      const at = 2 * parsed.find(word);
      expect(codes().subarray(at, at + 2)).toEqual(TOPICS.codes.subarray(2 * row, 2 * row + 2));
    }
    expect(parsed.find("slot")).toBe(3);
  });

  test.each([
    [
      "more vectors than words",
      { size: 5, codes: () => new Int8Array(10) },
      "more topic vectors than",
    ],
    ["fewer codes than its vectors have", { codes: () => new Int8Array(5) }, ""],
    ["more codes than its vectors have", { codes: () => new Int8Array(7) }, ""],
    ["more dimensions than there may be", { dimensions: 1025, size: 0 }, "dimensions"],
    ["half a vector", { size: 1.5, codes: () => new Int8Array(3) }, "size"],
  ])("%s are refused", (_, topics, message) => {
    expect(() => parseModel(formatModel(modelWith(topics)))).toThrow(
      expect.objectContaining({
        code: "ERR_MODEL_FORMAT",
        message: expect.stringContaining(message),
      }),
    );
  });
});

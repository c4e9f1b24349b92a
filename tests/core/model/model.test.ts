import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { xxHash32 } from "../../../src/core/model/xxhash32.ts";
import { type Forest, LEAF } from "../../../src/core/model/forest.ts";
import { formatModel, type Model, parseModel } from "../../../src/core/model/model.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

const WORDS = makeWordTable(["slot", "pasar", "__proto__", "賭場"], {
  ham: Float64Array.of(-9.2104, -3.5, -7, -11),
  gamblingNews: Float64Array.of(-4.25, -3.75, -7, -11),
  spam: Float64Array.of(-2.0006, -8.125, -7, -4),
});
const FOREST: Forest = {
  base: -1.5,
  roots: Uint32Array.of(0, 3),
  features: Uint8Array.of(1, LEAF, LEAF, 0, LEAF, LEAF),
  values: Float32Array.of(0.5, -1, 1, 2, 0.25, -0.25),
  children: Uint32Array.of(1, 0, 0, 4, 0, 0),
};
const MODEL: Model = {
  words: WORDS,
  combination: {
    features: ["link", "words"],
    words: { ...FOREST, base: -3 },
    first: FOREST,
    second: { ...FOREST, base: 2 },
    calibration: { slope: 0.75, intercept: -0.5 },
    wordExits: [{ treeCount: 1, logOdds: -1.5 }],
    exits: [
      { treeCount: 1, logOdds: -2.5 },
      { treeCount: 2, logOdds: -1.25 },
    ],
    passed: 0.125,
  },
  threshold: 0.5,
  unsure: 0.25,
};

const HEADER_AT = 28;
const withForest = (first: Partial<Forest>): Uint8Array =>
  formatModel({
    ...MODEL,
    combination: MODEL.combination && { ...MODEL.combination, first: { ...FOREST, ...first } },
  });

/** The bytes with the checksum of their first part made right again. */
function signed(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const payloadAt = aligned(HEADER_AT + view.getUint32(16, true));
  const end = aligned(payloadAt + view.getUint32(20, true));
  view.setUint32(12, xxHash32(bytes.subarray(16, end)), true);
  return bytes;
}

const aligned = (offset: number): number => Math.ceil(offset / 8) * 8;

/** A model file with another header, of a right checksum: what a stranger may send. */
function withHeader(change: (header: string) => string): Uint8Array {
  const file = formatModel(MODEL);
  const length = new DataView(file.buffer).getUint32(16, true);
  const header = new TextEncoder().encode(
    change(new TextDecoder().decode(file.subarray(HEADER_AT, HEADER_AT + length))),
  );
  const rest = file.subarray(aligned(HEADER_AT + length));
  const start = aligned(HEADER_AT + header.length);
  const bytes = new Uint8Array(start + rest.length);
  bytes.set(file.subarray(0, HEADER_AT));
  bytes.set(header, HEADER_AT);
  bytes.set(rest, start);
  new DataView(bytes.buffer).setUint32(16, header.length, true);
  return signed(bytes);
}

describe("what was formatted is parsed", () => {
  const parsed = parseModel(formatModel(MODEL));

  test("the combination and the thresholds as they were", () => {
    const { combination, threshold, unsure } = parsed;
    expect({ combination, threshold, unsure }).toEqual({
      combination: MODEL.combination,
      threshold: 0.5,
      unsure: 0.25,
    });
  });

  test("the words with what they say", () => {
    expect(parsed.words.words()).toEqual(WORDS.words());
    expect(WORDS.words().map(parsed.words.find)).toEqual([0, 1, 2, 3]);
    const { ham, gamblingNews, spam } = parsed.words;
    expect([ham, gamblingNews, spam]).toEqual([WORDS.ham, WORDS.gamblingNews, WORDS.spam]);
  });

  test("and formatted to the same bytes", () => {
    expect(formatModel(parsed)).toEqual(formatModel(MODEL));
  });

  test("wherever the bytes lie", () => {
    const file = formatModel(MODEL);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(formatModel(parseModel(shifted.subarray(3)))).toEqual(file);
    expect(formatModel(parseModel(Buffer.from(file)))).toEqual(file);
  });
});

test("a model that has words only has no combination", () => {
  expect(parseModel(formatModel({ ...MODEL, combination: undefined })).combination).toBeUndefined();
});

test("any changed bit is found", () => {
  const file = formatModel(MODEL);
  fc.assert(
    fc.property(fc.nat({ max: file.length * 8 - 1 }), (bit) => {
      const flipped = file.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const code = bit >> 3 < 12 ? "ERR_MODEL_FORMAT" : "ERR_MODEL_CHECKSUM";
      expect(() => parseModel(flipped)).toThrow(expect.objectContaining({ code }));
    }),
  );
});

test("a file that ends too early is found", () => {
  const file = formatModel(MODEL);
  fc.assert(
    fc.property(fc.nat({ max: file.length - 1 }), (length) => {
      const code = length < HEADER_AT ? "ERR_MODEL_FORMAT" : "ERR_MODEL_CHECKSUM";
      expect(() => parseModel(file.slice(0, length))).toThrow(expect.objectContaining({ code }));
    }),
  );
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["another file", new TextEncoder().encode("PK\u0003\u0004 and so on, long enough for a header")],
  ["zeros", new Uint8Array(64)],
])("%s is no model", (_, bytes) => {
  expect(() => parseModel(bytes)).toThrow(
    expect.objectContaining({
      code: "ERR_MODEL_FORMAT",
      message: "model: this is not a Tapis model file",
    }),
  );
});

test("a file of another version is refused with both versions", () => {
  expect(() =>
    parseModel(withHeader((header) => header.replace('"version":5', '"version":6'))),
  ).toThrow(
    expect.objectContaining({
      code: "ERR_MODEL_VERSION",
      message: expect.stringContaining("is of version 6, this Tapis reads version 5"),
    }),
  );
});

describe("a hostile file of a right checksum is refused", () => {
  test.each([
    ["a header that is not JSON", withHeader(() => "{")],
    ["a header longer than the file", signed(formatModel(MODEL).fill(0xff, 16, 20))],
    ["a header that is null", withHeader(() => "null")],
    ["ten thousand nested lists", withHeader(() => "[".repeat(10_000) + "]".repeat(10_000))],
    [
      "an unknown field",
      withHeader((header) => header.replace("{", '{"__proto__":{"threshold":0},')),
    ],
    [
      "a threshold above 1",
      withHeader((header) => header.replace('"threshold":0.5', '"threshold":1.5')),
    ],
    [
      "a threshold that is no number",
      withHeader((header) => header.replace('"threshold":0.5', '"threshold":1e999')),
    ],
    ["more words than there are", withHeader((header) => header.replace('"size":4', '"size":5'))],
    ["a billion words", withHeader((header) => header.replace('"size":4', '"size":1000000000'))],
    [
      "a section before the beginning",
      withHeader((header) => header.replace('"start":0', '"start":-8')),
    ],
    [
      "a section beyond the end",
      withHeader((header) => header.replace('"start":0', '"start":9007199254740991')),
    ],
    [
      "a section that starts askew",
      withHeader((header) => header.replace(/"hashes":\{"start":(\d+)/, '"hashes":{"start":1')),
    ],
    [
      "roots that end amid a number",
      withHeader((header) => header.replace(/("roots":\{"start":\d+,"length":)8/, "$17")),
    ],
    ["a slope below 0", withHeader((header) => header.replace('"slope":0.75', '"slope":-1'))],
    [
      "a posterior above 1",
      withHeader((header) => header.replace('"passed":0.125', '"passed":1.125')),
    ],
    ["an exit without log-odds", withHeader((header) => header.replace("-2.5", "null"))],
    ["a tree that leads backwards", withForest({ children: Uint32Array.of(1, 0, 0, 3, 0, 0) })],
    [
      "a tree that leads to its first node",
      withForest({ children: Uint32Array.of(0, 0, 0, 4, 0, 0) }),
    ],
    [
      "a tree that leads out of the forest",
      withForest({ children: Uint32Array.of(1, 0, 0, 5, 0, 0) }),
    ],
    ["a tree that begins outside the forest", withForest({ roots: Uint32Array.of(0, 6) })],
    [
      "a tree that asks for no feature of the model",
      withForest({ features: Uint8Array.of(2, LEAF, LEAF, 0, LEAF, LEAF) }),
    ],
    [
      "a leaf that is no number",
      withForest({ values: Float32Array.of(0.5, Number.NaN, 1, 2, 0.25, -0.25) }),
    ],
  ])("%s", (_, bytes) => {
    expect(() => parseModel(bytes)).toThrow(expect.objectContaining({ code: "ERR_MODEL_FORMAT" }));
  });
});

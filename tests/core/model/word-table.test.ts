import fc from "fast-check";
import { expect, test } from "vitest";
import {
  logAt,
  makeWordTable,
  storedWordTable,
  trainWordTable,
} from "../../../src/core/model/word-table.ts";
import { hashWord } from "../../../src/core/text/hash-word.ts";

const COUNTS = {
  paragraphs: { ham: 9, "gambling-news": 4, spam: 4 },
  words: ["pasar", "slot", "__proto__", "constructor", "賭場", "𝕏"],
  counts: {
    ham: [8, 0, 1, 1, 0, 0],
    "gambling-news": [1, 2, 0, 0, 0, 0],
    spam: [0, 4, 1, 0, 2, 1],
  },
};

/** Two words of the same hash, found by trying: `for (n = 0; ; n++) hashWord("w" + n)`. */
const COLLIDING = collidingWords();

function collidingWords(): readonly [string, string] {
  const wordByHash = new Map<number, string>();
  for (let number = 0; ; number++) {
    const word = `w${number}`;
    const other = wordByHash.get(hashWord(word));
    if (other !== undefined) {
      return [other, word];
    }
    wordByHash.set(hashWord(word), word);
  }
}

test("a trained table holds the smoothed likelihoods of each label", () => {
  const table = trainWordTable(COUNTS);
  const slot = table.find("slot");
  expect(logAt(table.ham, slot)).toBeCloseTo(Math.log((0 + 0.1) / (9 + 1)), 2);
  expect(logAt(table.gamblingNews, slot)).toBeCloseTo(Math.log((2 + 0.1) / (4 + 1)), 2);
  expect(logAt(table.spam, slot)).toBeCloseTo(Math.log((4 + 0.1) / (4 + 1)), 2);
});

test("logarithms are kept to a thousandth, up to ±32.767", () => {
  const logs = Float64Array.of(-9.2104, 8.1256, -745, 40);
  const words = ["a", "b", "c", "d"];
  const table = makeWordTable(words, { ham: logs, gamblingNews: logs, spam: logs });
  expect(words.map((word) => logAt(table.ham, table.find(word)))).toEqual(
    [-9.21, 8.126, -32.767, 32.767].map(Math.fround),
  );
});

test("finds its words and no others", () => {
  const table = trainWordTable(COUNTS);
  expect(table.words().map(table.find)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(["", "Slot", "toString", "slo", "slott"].map(table.find)).toEqual([-1, -1, -1, -1, -1]);
  expect(table.words().toSorted()).toEqual(COUNTS.words.toSorted());
});

test("finds any word among any others", () => {
  const arbitraryWords = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1 }), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(arbitraryWords, (words) => {
      const logs = new Float64Array(words.length);
      const table = makeWordTable(words, { ham: logs, gamblingNews: logs, spam: logs });
      expect(table.words().map(table.find)).toEqual([...table.words().keys()]);
      expect(table.size).toBe(new Set(words.map(hashWord)).size);
    }),
  );
});

test("an empty table knows no word", () => {
  const none = new Float64Array(0);
  const table = makeWordTable([], { ham: none, gamblingNews: none, spam: none });
  expect([table.size, table.find("slot")]).toEqual([0, -1]);
});

test("of two words with the same hash the first stays", () => {
  const logs = Float64Array.of(-1, -2, -3);
  const [first, second] = COLLIDING;
  const table = makeWordTable([first, "slot", second], {
    ham: logs,
    gamblingNews: logs,
    spam: logs,
  });
  expect(table.words().toSorted()).toEqual(["slot", first]);
  expect(logAt(table.ham, table.find(first))).toBe(-1);
  expect(table.find(second)).toBe(table.find(first));
});

/** Vectors of two dimensions. */
const TOPICS = {
  dimensions: 2,
  words: ["slot", "ramai", "賭場"],
  codes: Int8Array.of(10, -20, 1, 2, -127, 127),
};

test("words with a vector come first, and vectors of no word are left out", () => {
  const table = trainWordTable(COUNTS, TOPICS);
  expect(table.words().map(table.find)).toEqual([0, 1, 2, 3, 4, 5]);
  const { dimensions, size, codes } = table.topics;
  expect({ dimensions, size }).toEqual({ dimensions: 2, size: 2 });
  const vectorOf = (word: string) =>
    codes()
      .subarray(2 * table.find(word))
      .subarray(0, 2);
  expect(["slot", "賭場"].map(vectorOf)).toEqual([Int8Array.of(10, -20), Int8Array.of(-127, 127)]);
});

test("what a word says does not depend on vectors", () => {
  const [plain, sorted] = [trainWordTable(COUNTS), trainWordTable(COUNTS, TOPICS)];
  for (const label of ["ham", "gamblingNews", "spam"] as const) {
    expect(COUNTS.words.map((word) => sorted[label][sorted.find(word)])).toEqual(
      COUNTS.words.map((word) => plain[label][plain.find(word)]),
    );
  }
});

test("a table without topics has no vectors", () => {
  const { dimensions, size, codes } = trainWordTable(COUNTS).topics;
  expect({ dimensions, size, codes: codes() }).toEqual({
    dimensions: 0,
    size: 0,
    codes: new Int8Array(0),
  });
});

test("words in another order than that of their hashes are refused", () => {
  const trained = trainWordTable(COUNTS, TOPICS);
  expect(() => storedWordTable({ ...trained, hashes: trained.hashes.toReversed() })).toThrow(
    expect.objectContaining({ code: "ERR_MODEL_FORMAT" }),
  );
});

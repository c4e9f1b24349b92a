import fc from "fast-check";
import { expect, test } from "vitest";
import {
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
  expect(table.ham[slot]).toBe(Math.fround(Math.log((0 + 0.1) / (9 + 1))));
  expect(table.gamblingNews[slot]).toBe(Math.fround(Math.log((2 + 0.1) / (4 + 1))));
  expect(table.spam[slot]).toBe(Math.fround(Math.log((4 + 0.1) / (4 + 1))));
});

test("finds its words and no others", () => {
  const table = trainWordTable(COUNTS);
  expect(COUNTS.words.map(table.find)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(["", "Slot", "toString", "slo", "slott"].map(table.find)).toEqual([-1, -1, -1, -1, -1]);
  expect(table.words()).toEqual(COUNTS.words);
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
  expect(table.words()).toEqual([first, "slot"]);
  expect([...table.ham]).toEqual([-1, -2]);
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
  expect(table.words()).toEqual(["slot", "賭場", "pasar", "__proto__", "constructor", "𝕏"]);
  expect(table.words().map(table.find)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(table.topics).toEqual({
    dimensions: 2,
    size: 2,
    codes: Int8Array.of(10, -20, -127, 127),
  });
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
  expect(trainWordTable(COUNTS).topics).toEqual({
    dimensions: 0,
    size: 0,
    codes: new Int8Array(0),
  });
});

test("a stored table is the trained one", () => {
  const trained = trainWordTable(COUNTS, TOPICS);
  const stored = storedWordTable({
    ...trained,
    text: new TextEncoder().encode(trained.words().join("\n")),
  });
  expect(stored.words()).toEqual(trained.words());
  expect(COUNTS.words.map(stored.find)).toEqual(COUNTS.words.map(trained.find));
  expect([stored.ham, stored.gamblingNews, stored.spam, stored.topics]).toEqual([
    trained.ham,
    trained.gamblingNews,
    trained.spam,
    trained.topics,
  ]);
});

test("a stored table of nothing holds no words", () => {
  const none = new Float32Array(0);
  const empty = {
    text: new Uint8Array(0),
    hashes: new Uint32Array(0),
    ham: none,
    gamblingNews: none,
    spam: none,
    topics: { dimensions: 0, size: 0, codes: new Int8Array(0) },
  };
  expect(storedWordTable(empty).words()).toEqual([]);
});

import { expect, test } from "vitest";
import { drawInteger, drawOne, seededRandom } from "../../../src/core/model/random.ts";
import { decodeTopic, type TopicVectors } from "../../../src/core/model/topic-space.ts";
import {
  countTopicWords,
  type TopicText,
  trainTopics,
} from "../../../src/core/model/train-topics.ts";
import { eigenpairs } from "./jacobi.ts";

const TOPICS = [
  "beras panen petani pupuk sawah".split(" "),
  "polisi hakim sidang jaksa penjara".split(" "),
  "gol pemain pelatih liga wasit".split(" "),
];

/** Texts of two paragraphs, each about one topic in turn, with the word "dan" in every other one. */
function topicalTexts(count: number, seed: number): TopicText[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    paragraphs: Array.from({ length: 2 }, (_unused, paragraph) => {
      const words = Array.from({ length: 3 }, () => drawOne(random, TOPICS[index % 3] ?? []));
      return [...words, ...(paragraph + index < 2 || random() < 0.5 ? ["dan"] : [])].join(" ");
    }),
    weight: 1,
  }));
}

const everyText: (text: number) => boolean = () => true;
const train = (
  texts: readonly TopicText[],
  dimensions: number,
  leastTexts = 1,
  isIncluded = everyText,
): TopicVectors => trainTopics(countTopicWords(texts), isIncluded, { dimensions, leastTexts });

function vectorOf({ dimensions, words, codes }: TopicVectors, word: string): number[] {
  const row = words.indexOf(word);
  return Array.from(codes.subarray(row * dimensions, (row + 1) * dimensions), decodeTopic);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
const cosine = (a: readonly number[], b: readonly number[]): number =>
  dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

test("words are counted by the paragraphs of each text that they stand in", () => {
  const corpus = countTopicWords([
    { paragraphs: ["Harga HARGA naik.", "Harga turun."], weight: 2 },
    { paragraphs: [], weight: 1 },
    { paragraphs: ["Naik lagi."], weight: 0.5 },
  ]);
  expect(corpus).toEqual({
    words: ["harga", "naik", "turun", "lagi"],
    weights: Float64Array.of(2, 1, 0.5),
    starts: Int32Array.of(0, 3, 3, 5),
    wordOf: Int32Array.of(0, 1, 2, 1, 3),
    counts: Uint16Array.of(2, 1, 1, 1, 1),
  });
});

test("words of one topic point the same way, and those of two do not", () => {
  const topics = train(topicalTexts(60, 1), 3, 2);
  const cosines = TOPICS.flat().flatMap((a, i) =>
    TOPICS.flat().map((b, j) => ({
      isSame: Math.floor(i / 5) === Math.floor(j / 5),
      cosine: cosine(vectorOf(topics, a), vectorOf(topics, b)),
    })),
  );
  const same = cosines.filter(({ isSame }) => isSame).map((pair) => pair.cosine);
  const different = cosines.filter(({ isSame }) => !isSame).map((pair) => pair.cosine);
  expect(Math.min(...same)).toBeGreaterThan(0.9);
  expect(Math.max(...different)).toBeLessThan(0.3);
});

test("the same texts give the same bytes", () => {
  const texts = topicalTexts(30, 2);
  expect(train(texts, 4)).toEqual(train(texts, 4));
});

test("texts that are not included change nothing", () => {
  const texts = topicalTexts(30, 3);
  const alone = train(texts, 3, 2);
  expect(train([...texts, ...topicalTexts(20, 4)], 3, 2, (text) => text < 30)).toEqual(alone);
  const foreign = { paragraphs: ["slot gacor", "slot maxwin"], weight: 9 };
  const among = texts.flatMap((text) => [foreign, text]);
  expect(train(among, 3, 2, (text) => text % 2 === 1)).toEqual(alone);
});

test("words of fewer texts than the least have no vector", () => {
  const texts = [
    { paragraphs: ["satu dua", "satu tiga"], weight: 1 },
    { paragraphs: ["dua empat"], weight: 1 },
    { paragraphs: ["lima empat"], weight: 1 },
  ];
  expect(train(texts, 2, 2).words).toEqual(["dua", "empat"]);
  expect(train(texts, 2, 2, (text) => text !== 2).words).toEqual(["dua"]);
  expect(train(texts, 2, 1).words).toEqual(["satu", "dua", "tiga", "empat", "lima"]);
});

test("a word that stands in every text says nothing", () => {
  const topics = train(
    topicalTexts(30, 5).map(({ paragraphs, weight }) => ({
      paragraphs: paragraphs.map((paragraph) => `${paragraph} yang`),
      weight,
    })),
    3,
  );
  expect(vectorOf(topics, "yang").map(Math.abs)).toEqual([0, 0, 0]);
});

test("no text gives no word", () => {
  const none = { dimensions: 3, words: [], codes: new Int8Array(0) };
  expect(train([], 3)).toEqual(none);
  expect(train(topicalTexts(9, 1), 3, 1, () => false)).toEqual(none);
  expect(train([{ paragraphs: ["", "…"], weight: 1 }], 3)).toEqual(none);
});

/** A light text whose words stand nowhere else and so get by far the longest vectors. */
const LIGHT = { paragraphs: ["xxxx yyyy"], weight: 0.005 };

/** Texts of random words, of weights between one and two times the least. */
function randomTexts(count: number, seed: number, leastWeight: number): TopicText[] {
  const random = seededRandom(seed);
  const words = Array.from("abcdefghijklmnop", (letter) => letter.repeat(4));
  return Array.from({ length: count }, () => ({
    paragraphs: Array.from({ length: 3 }, () =>
      Array.from({ length: drawInteger(random, 1, 5) }, () => drawOne(random, words)).join(" "),
    ),
    weight: leastWeight * (1 + random()),
  }));
}

/** The cosine of each two words in the space of the leading `dimensions` singular vectors, whitened, by the book. */
function exactCosines(
  texts: readonly TopicText[],
  dimensions: number,
): { words: string[]; cosines: number[][]; values: number[] } {
  const inParagraphs = texts.map(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => [...new Set(paragraph.split(" "))]),
  );
  const words = [...new Set(inParagraphs.flat())];
  const idf = words.map((word) =>
    Math.log(texts.length / inParagraphs.filter((ofText) => ofText.includes(word)).length),
  );
  const rows = inParagraphs.map((ofText, text) => {
    const row = words.map(
      (word, w) => Math.log(1 + ofText.filter((other) => other === word).length) * (idf[w] ?? 0),
    );
    const scale = Math.sqrt((texts[text]?.weight ?? 0) / dot(row, row));
    return row.map((value) => value * scale);
  });
  const products = words.map((_, a) =>
    words.map((_unused, b) => rows.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0)),
  );
  const pairs = eigenpairs(products);
  const vectors = words.map((_, w) =>
    pairs
      .slice(0, dimensions)
      .map(({ value, vector }) => ((idf[w] ?? 0) * (vector[w] ?? 0)) / Math.sqrt(value)),
  );
  const cosines = vectors.map((a) => vectors.map((b) => cosine(a, b)));
  return { words, cosines, values: pairs.map(({ value }) => value) };
}

test.each([
  ["there are as many dimensions as texts", [...randomTexts(11, 6, 1), LIGHT]],
  [
    "further texts are too light to count",
    [...randomTexts(11, 6, 1), LIGHT, ...randomTexts(9, 8, 1e-6)],
  ],
])("cosines are those of the exact decomposition, where %s", (_, texts) => {
  const { words, cosines, values } = exactCosines(texts, 12);
  expect(values[11]).toBeGreaterThan(100 * Math.max(0, values[12] ?? 0));
  const topics = train(texts, 12);
  // Numbers beyond a quarter of the greatest lose their size: those of the light text.
  const exact = words.filter((word) => vectorOf(topics, word).every((x) => Math.abs(x) < 0.25));
  expect(exact).toEqual(words.filter((word) => !LIGHT.paragraphs.join().includes(word)));
  const differences = exact.flatMap((a) =>
    exact.map(
      (b) =>
        cosine(vectorOf(topics, a), vectorOf(topics, b)) -
        (cosines[words.indexOf(a)]?.[words.indexOf(b)] ?? Number.NaN),
    ),
  );
  expect(differences).toHaveLength(16 * 16);
  // What is left is the rounding to codes.
  expect(Math.max(...differences.map(Math.abs))).toBeLessThan(0.03);
});

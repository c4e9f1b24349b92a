import fc from "fast-check";
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { expect, test } from "vitest";
import { formatNaturalModel, parseNaturalModel } from "../../../src/core/model/natural-model.ts";
import { drawOne, seededRandom } from "../../../src/core/model/random.ts";
import { logAt, makeWordTable, type WordTable } from "../../../src/core/model/word-table.ts";
import { tokenize } from "../../../src/core/text/tokenize.ts";
import { toyWords } from "../../toy-model.ts";
import { toyNews, toySpam } from "../../toy-texts.ts";

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text);

/** Sum of the words' log-odds by a table, in nats. */
function logOddsOf(table: WordTable, words: readonly string[]): number {
  return [...new Set(words)]
    .map((word) => table.find(word))
    .filter((index) => index >= 0)
    .reduce((sum, index) => sum + logAt(table.spam, index) - logAt(table.ham, index), 0);
}

function naturalLogOdds(classifier: BayesClassifier, words: readonly string[]): number {
  const values = new Map(
    classifier.getClassifications(words).map(({ label, value }) => [label, value]),
  );
  return Math.log((values.get("spam") ?? Number.NaN) / (values.get("ham") ?? Number.NaN));
}

/** A file as natural saves it. */
const SAVED = {
  _events: {},
  classifier: {
    classFeatures: { ham: { "0": 2.5, "2": 1.5 }, spam: { "1": 3.5 } },
    classTotals: { ham: 5, spam: 9 },
    totalExamples: 13,
    smoothing: 0.5,
  },
  docs: [],
  features: { harga: 2, slot: 3, pasar: "function Object() { [native code] }1" },
  stemmer: {},
  lastAdded: 12,
};

/** The logarithm of a probability as a table keeps it. */
const thousandths = (p: number): number => Math.fround(Math.round(1000 * Math.log(p)) / 1000);

/** The saved file with a part of its classifier replaced. */
const savedWith = (classifier: object): string =>
  JSON.stringify({ ...SAVED, classifier: { ...SAVED.classifier, ...classifier } });

test("natural restores an exported file and finds the same log-odds", () => {
  const classifier = BayesClassifier.restore(JSON.parse(formatNaturalModel(toyWords)));
  const random = seededRandom(3);
  const decided = new Set<string>();
  for (let index = 0; index < 60; index++) {
    const write = index % 2 === 0 ? toyNews : toySpam;
    const words = wordsOf(write(random, drawOne(random, ["id", "en"] as const)));
    const logOdds = logOddsOf(toyWords, words);
    expect(Math.abs(naturalLogOdds(classifier, words) - logOdds)).toBeLessThan(1e-9);
    expect(classifier.classify(words)).toBe(logOdds > 0 ? "spam" : "ham");
    decided.add(classifier.classify(words));
  }
  expect(decided.size).toBe(2);
});

test("an exported file goes on learning", () => {
  const classifier = BayesClassifier.restore(JSON.parse(formatNaturalModel(toyWords)));
  classifier.addDocument(["slot", "gacor"], "ham");
  classifier.train();
  expect(classifier.classify(["slot", "gacor"])).toBe("spam");
});

test("an imported file has natural's probabilities", () => {
  const table = parseNaturalModel(JSON.stringify(SAVED), "f");
  const logsOf = (logs: Int16Array): number[] =>
    ["harga", "slot", "pasar"].map((word) => logAt(logs, table.find(word)));
  // A word that a label never had counts by the smoothing.
  expect(logsOf(table.ham)).toEqual([2.5 / 5, 0.5 / 5, 1.5 / 5].map(thousandths));
  expect(logsOf(table.spam)).toEqual([0.5 / 9, 3.5 / 9, 0.5 / 9].map(thousandths));
  expect(table.gamblingNews).toEqual(table.ham);
});

test("what natural has learnt is imported with its log-odds", () => {
  const classifier = new BayesClassifier(undefined, 0.2);
  const random = seededRandom(9);
  // "42" is numbered before the words that were learnt before it, and "constructor" is no property of ours.
  classifier.addDocument(["slot", "constructor", "42"], "spam");
  for (let index = 0; index < 40; index++) {
    classifier.addDocument(wordsOf(toyNews(random, "id")), "ham");
    classifier.addDocument(wordsOf(toySpam(random, "id")), "spam");
  }
  classifier.train();
  const table = parseNaturalModel(JSON.stringify(classifier), "f");
  // natural adds the prior, 42 to 41.
  const prior = Math.log((41 + 1) / (40 + 1));
  for (const words of [
    ["slot", "42"],
    ["constructor"],
    wordsOf(toyNews(random, "id")),
    wordsOf(toySpam(random, "id")),
  ]) {
    expect(logOddsOf(table, words) + prior).toBeCloseTo(naturalLogOdds(classifier, words), 1);
  }
});

test("what is exported can be imported", () => {
  const arbitraryWord = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "7", "42", "slot"),
    fc.string({ unit: "grapheme", minLength: 1 }).filter((word) => !word.includes("\n")),
  );
  const arbitraryLog = fc.double({ min: -12, max: 0, noNaN: true });
  const arbitraryRows = fc.uniqueArray(fc.tuple(arbitraryWord, arbitraryLog, arbitraryLog), {
    selector: ([word]) => word,
  });
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      const ham = Float64Array.from(rows, (row) => row[1]);
      const spam = Float64Array.from(rows, (row) => row[2]);
      const table = makeWordTable(
        rows.map(([word]) => word),
        { ham, gamblingNews: ham, spam },
      );
      const imported = parseNaturalModel(formatNaturalModel(table), "f");
      expect(imported.words().toSorted()).toEqual(table.words().toSorted());
      for (const word of table.words()) {
        const [here, there] = [table.find(word), imported.find(word)];
        expect(imported.ham[there]).toBe(table.ham[here]);
        expect(imported.spam[there]).toBe(table.spam[here]);
      }
    }),
  );
});

test("a word named __proto__ shifts no other word's counts", () => {
  const json = JSON.stringify(SAVED).replace('"features":{', '"features":{"__proto__":1,');
  const table = parseNaturalModel(json, "f");
  expect(table.words().toSorted()).toEqual(["__proto__", "harga", "pasar", "slot"]);
  expect(logAt(table.ham, table.find("__proto__"))).toBe(thousandths(2.5 / 5));
  expect(Object.getPrototypeOf(table)).toBe(Object.prototype);
});

test.each([
  ["what is not JSON", "natural", "f: is not JSON"],
  ["another value", "[]", "f: is no BayesClassifier of natural"],
  ["null", "null", "f: is no BayesClassifier of natural"],
  ["a third label", savedWith({ classFeatures: { ham: {}, spam: {}, eggs: {} } }), '"eggs"'],
  [
    "a label named __proto__",
    savedWith({}).replace('"ham":{', '"__proto__":{"0":1},"ham":{'),
    "f: ",
  ],
  ["a missing label", savedWith({ classTotals: { ham: 5 } }), "classTotals.spam"],
  [
    "a list for an object",
    savedWith({ classFeatures: { ham: [], spam: {} } }),
    "must be an object",
  ],
  ["a smoothing of 0", savedWith({ smoothing: 0 }), "smoothing"],
  ["a total of 0", savedWith({ classTotals: { ham: 0, spam: 9 } }), "classTotals.ham"],
  [
    "a count that is null",
    savedWith({ classFeatures: { ham: {}, spam: { "1": null } } }),
    "f: classFeatures.spam: the count of word 1 is not a number above 0",
  ],
  [
    "a count below 0",
    savedWith({ classFeatures: { ham: { "0": -1 }, spam: {} } }),
    "f: classFeatures.ham: the count of word 0 is not",
  ],
  ["a word with a line feed", JSON.stringify({ ...SAVED, features: { "a\nb": 1 } }), "line feed"],
  ["an empty word", JSON.stringify({ ...SAVED, features: { "": 1 } }), "empty"],
  ["half a character", JSON.stringify({ ...SAVED, features: { "\ud800": 1 } }), "half a character"],
])("refuses %s", (_, json, message) => {
  expect(() => parseNaturalModel(json, "f")).toThrow(
    expect.objectContaining({
      code: "ERR_MODEL_FORMAT",
      message: expect.stringContaining(message),
    }),
  );
});

test("a table whose words were damaged is not exported", () => {
  expect(() => formatNaturalModel({ ...toyWords, words: () => ["slot"] })).toThrow(
    expect.objectContaining({ code: "ERR_MODEL_FORMAT" }),
  );
});

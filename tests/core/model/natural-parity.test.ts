import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { beforeAll, describe, expect, test } from "vitest";
import { countWords } from "../../../src/core/model/counts.ts";
import {
  type LabelCounts,
  logLikelihoods,
  priorLogOdds,
} from "../../../src/core/model/naive-bayes.ts";
import { drawOne, type Random, seededRandom } from "../../../src/core/model/random.ts";
import { tokenize } from "../../../src/core/text/tokenize.ts";
import { toyNews, toySpam } from "../../toy-texts.ts";

type TwoLabels = LabelCounts<"ham" | "spam">;

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text);

/** Our counts of labelled paragraphs, in the form that likelihoods are made of. */
function countBoth(
  paragraphs: readonly (readonly [label: "ham" | "spam", text: string])[],
): TwoLabels {
  const counted = (label: "ham" | "spam") =>
    countWords(
      paragraphs.filter((paragraph) => paragraph[0] === label).map(([, text]) => text),
      { label, lang: "id", source: "" },
    );
  const [ham, spam] = [counted("ham"), counted("spam")];
  const words = [...new Set([...ham.words.keys(), ...spam.words.keys()])];
  const column = (counts: typeof ham) => words.map((word) => counts.words.get(word) ?? 0);
  return {
    paragraphs: { ham: ham.paragraphs, spam: spam.paragraphs },
    words,
    counts: { ham: column(ham), spam: column(spam) },
  };
}

/** Our log-odds of a paragraph, the set of its words, priors included; unknown words say nothing. */
function scorer(counts: TwoLabels, smoothing: number): (text: string) => number {
  const spam = logLikelihoods(counts, "spam", smoothing);
  const ham = logLikelihoods(counts, "ham", smoothing);
  const oddsByWord = new Map(counts.words.map((word, i) => [word, (spam[i] ?? 0) - (ham[i] ?? 0)]));
  return (text) =>
    [...new Set(wordsOf(text))].reduce(
      (sum, word) => sum + (oddsByWord.get(word) ?? 0),
      priorLogOdds(counts, "spam", "ham"),
    );
}

function trainNatural(
  paragraphs: readonly (readonly [label: string, text: string])[],
  smoothing: number,
): BayesClassifier {
  const classifier = new BayesClassifier(undefined, smoothing);
  for (const [label, text] of paragraphs) {
    classifier.addDocument(wordsOf(text), label);
  }
  classifier.train();
  return classifier;
}

function naturalLogOdds(classifier: BayesClassifier, text: string): number {
  const values = new Map(
    classifier.getClassifications(wordsOf(text)).map(({ label, value }) => [label, value]),
  );
  return Math.log((values.get("spam") ?? Number.NaN) / (values.get("ham") ?? Number.NaN));
}

function drawParagraphs(random: Random, count: number): (readonly ["ham" | "spam", string])[] {
  return Array.from({ length: count }, (_, index) => {
    const lang = drawOne(random, ["id", "en"] as const);
    // A third is spam, so that the priors differ.
    return index % 3 === 0 ? ["spam", toySpam(random, lang)] : ["ham", toyNews(random, lang)];
  });
}

test.each([1, 0.1, 0.03])(
  "the same paragraphs give natural's log-odds, with a smoothing of %d",
  (smoothing) => {
    const random = seededRandom(7);
    const training = drawParagraphs(random, 120);
    const classifier = trainNatural(training, smoothing);
    const score = scorer(countBoth(training), smoothing);
    for (const [, text] of drawParagraphs(random, 60)) {
      const expected = naturalLogOdds(classifier, `${text} kata tak dikenal 88`);
      expect(Math.abs(score(`${text} kata tak dikenal 88`) - expected)).toBeLessThan(1e-9);
    }
  },
);

describe("a paragraph of 1,000 words", () => {
  /** A word of its own kind, numbered in letters: digits would be folded. */
  const word = (kind: string, number: number): string =>
    kind + String(number).replace(/\d/g, (digit) => "bcdfghjklm".charAt(Number(digit)));
  const vocabulary = (kind: string): string[] =>
    Array.from({ length: 1500 }, (_, i) => word(kind, i));
  const SPAM_WORDS = vocabulary("slota");
  const NEWS_WORDS = vocabulary("warta");

  const training: (readonly ["ham" | "spam", string])[] = [];
  const draw = (random: Random, words: readonly string[], count: number): string =>
    Array.from({ length: count }, () => drawOne(random, words)).join(" ");
  let spam = "";
  let news = "";

  beforeAll(() => {
    const random = seededRandom(11);
    for (let index = 0; index < 40; index++) {
      training.push(
        ["spam", draw(random, SPAM_WORDS, 100)],
        ["ham", draw(random, NEWS_WORDS, 100)],
      );
    }
    spam = draw(random, SPAM_WORDS, 1000);
    news = draw(random, NEWS_WORDS, 1000);
  });

  test("is told apart by us", () => {
    const score = scorer(countBoth(training), 0.1);
    expect(score(spam)).toBeGreaterThan(100);
    expect(score(news)).toBeLessThan(-100);
  });

  test("has one name for natural, whichever it is: its scores are 0", () => {
    const classifier = trainNatural(training, 0.1);
    expect(classifier.classify(wordsOf(spam))).toBe(classifier.classify(wordsOf(news)));
    for (const text of [spam, news]) {
      expect(classifier.getClassifications(wordsOf(text)).map(({ value }) => value)).toEqual([
        0, 0,
      ]);
    }
  });
});

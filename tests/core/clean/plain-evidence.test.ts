import fc from "fast-check";
import { expect, test } from "vitest";
import { cacheEvidence } from "../../../src/core/clean/caches.ts";
import {
  combinedPosteriors,
  forestPosteriors,
  scoreRows,
} from "../../../src/core/clean/combine.ts";
import { contextFeatures } from "../../../src/core/clean/context-features.ts";
import { documentWords } from "../../../src/core/clean/document-words.ts";
import { features } from "../../../src/core/clean/features.ts";
import { chainOf, logit } from "../../../src/core/clean/sequence.ts";
import { topicEvidence } from "../../../src/core/clean/topic-evidence.ts";
import { unitEvidence } from "../../../src/core/clean/unit-evidence.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { seededRandom } from "../../../src/core/model/random.ts";
import { toyWords, trainToyModel } from "../../toy-model.ts";
import { toyNews, toySpam } from "../../toy-texts.ts";
import { documentOf } from "../text/arbitrary-document.ts";
import { arbitraryText } from "../text/arbitrary-text.ts";
import { plainCacheLogOdds, plainCosines, plainWords } from "./plain-evidence.ts";

const random = seededRandom(5);
const TEXTS = [
  ...Array.from({ length: 8 }, () => toyNews(random, "id")),
  ...Array.from({ length: 6 }, () => toySpam(random, "id")),
];
const anyDocument = documentOf(fc.oneof(arbitraryText, fc.constantFrom(...TEXTS)));

/** A document with a posterior for each unit, sure ones among them. */
const anyPosteriors = anyDocument.chain((text) => {
  const count = unitsOf(text).length;
  const posterior = fc.oneof(
    fc.constantFrom(1e-6, 0.5, 1 - 1e-6, 0, 1),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  return fc.tuple(fc.constant(text), fc.array(posterior, { minLength: count, maxLength: count }));
});

const close = (values: Iterable<number>, digits: number): unknown[] =>
  Array.from(values, (value) => expect.closeTo(value, digits));

test("words are numbered and looked up as by a map", () => {
  fc.assert(
    fc.property(anyDocument, (text) => {
      const units = unitsOf(text);
      const words = documentWords(text, units, toyWords);
      const { size, spam, ham, gamblingNews } = words;
      expect({
        size,
        spam: [...spam],
        ham: [...ham],
        gamblingNews: [...gamblingNews],
        units: words.units.map((unit) => ({ ...unit, words: [...unit.words] })),
      }).toEqual(plainWords(text, units, toyWords));
    }),
  );
});

test("caches speak as when a logarithm is taken for each word", () => {
  fc.assert(
    fc.property(anyPosteriors, ([text, posteriors]) => {
      const units = unitsOf(text);
      const words = documentWords(text, units, toyWords);
      const start = Float64Array.from(posteriors);
      const { logOdds } = cacheEvidence(words, start, chainOf(units));
      expect([...logOdds]).toEqual(close(plainCacheLogOdds(words, start, chainOf(units)), 6));
    }),
  );
});

test("topics are compared as when the rest of the document is added up for each unit", () => {
  fc.assert(
    fc.property(anyPosteriors, ([text, posteriors]) => {
      const words = documentWords(text, unitsOf(text), toyWords);
      const { topicHam, topicSpam } = topicEvidence(
        words,
        toyWords.topics,
        Float64Array.from(posteriors),
      );
      const ham = posteriors.map((posterior) => 1 - posterior);
      expect([...topicHam]).toEqual(close(plainCosines(words, toyWords.topics, ham), 4));
      expect([...topicSpam]).toEqual(close(plainCosines(words, toyWords.topics, posteriors), 4));
    }),
  );
});

test("trees decide as when each row is asked alone", () => {
  const { combination } = trainToyModel();
  if (combination === undefined) throw new Error("the toy model has a combination");
  fc.assert(
    fc.property(anyDocument, (text) => {
      const evidence = unitEvidence(text, unitsOf(text), toyWords);
      const rows = features(evidence);
      const logOdds = scoreRows(combination.first, rows);
      const context = contextFeatures(rows, logOdds, forestPosteriors(logOdds));
      const { slope, intercept } = combination.calibration;
      const own = Array.from(forestPosteriors(scoreRows(combination.second, context)), (p) => {
        const calibrated = slope * logit(p) + intercept;
        return 1 / (1 + Math.exp(-calibrated));
      });
      const decided = combinedPosteriors(evidence, { ...combination, wordExits: [], exits: [] });
      // From 0.7 on neighbours speak for each other; below they are each unit's own.
      const lonely = own.flatMap((posterior, i) => (posterior < 0.7 ? [i] : []));
      expect(lonely.map((i) => decided[i])).toEqual(
        close(
          lonely.map((i) => own[i] ?? 0),
          12,
        ),
      );
    }),
  );
});

import { at, column, constant } from "./column.ts";
import { type FeatureTable, neighbours, perRoot, perWord, surroundings } from "./feature-table.ts";
import type { UnitEvidence } from "./unit-evidence.ts";

/** What stands for a neighbour's evidence beyond the first and the last unit. */
const BEFORE_FIRST = -3;
const AFTER_LAST = 0;
/** Distances to the ends of the document beyond which they no longer matter, in units. */
const FAR = 20;

/** Names of the evidence that is known as soon as the words are looked up. */
export const WORD_EVIDENCE = [
  "wordCount",
  "knownWords",
  "forSpam",
  "forHam",
  "most",
  "secondMost",
  "least",
  "secondLeast",
  "againstNews",
  "newsLikeness",
  "strongCount",
  "length",
  "disguised",
  "brands",
  "sentence",
] as const;

/** The evidence of units that is known as soon as their words are looked up. */
export type WordUnitEvidence = Pick<UnitEvidence, (typeof WORD_EVIDENCE)[number]>;

/**
 * Features of each unit by its words alone: in sum, by the word and by the root of their number; those of its neighbours;
 * and the document's. The first trees look at nothing else, so that most documents without spam cost no more than this.
 */
export function wordFeatures(evidence: WordUnitEvidence): FeatureTable {
  const { wordCount, knownWords, forSpam, forHam } = evidence;
  const count = wordCount.length;
  const wordSum = column(count, (i) => at(forSpam, i, 0) + at(forHam, i, 0));
  const words = perRoot(wordSum, knownWords);
  const againstNews = perRoot(evidence.againstNews, knownWords);
  const newsLikeness = perRoot(evidence.newsLikeness, knownWords);
  const table: Record<string, Float64Array> = {
    wordSum,
    words,
    wordMean: perWord(wordSum, knownWords),
    unknown: column(count, (i) => 1 - at(knownWords, i, 0) / Math.max(1, at(wordCount, i, 0))),
    wordCount: column(count, (i) => Math.log(1 + at(wordCount, i, 0))),
    forSpam,
    forHam,
    most: evidence.most,
    secondMost: evidence.secondMost,
    least: evidence.least,
    secondLeast: evidence.secondLeast,
    againstNewsSum: evidence.againstNews,
    againstNews,
    againstNewsMean: perWord(evidence.againstNews, knownWords),
    newsLikeness,
    strongCount: evidence.strongCount,
    disguised: evidence.disguised,
    brands: evidence.brands,
    length: evidence.length,
    sentence: evidence.sentence,
    place: column(count, (i) => i / Math.max(1, count - 1)),
    fromEnd: column(count, (i) => Math.min(FAR, count - 1 - i)),
    fromStart: column(count, (i) => Math.min(FAR, i)),
    unitCount: constant(count, Math.log(count)),
    ...neighbours("words", words, BEFORE_FIRST, AFTER_LAST),
    againstNewsBefore1: column(count, (i) => at(againstNews, i - 1, BEFORE_FIRST)),
    againstNewsAfter1: column(count, (i) => at(againstNews, i + 1, AFTER_LAST)),
    ...surroundings("words", words, BEFORE_FIRST, AFTER_LAST),
    ...picture(evidence, { words, againstNews, newsLikeness }),
  };
  return { names: Object.keys(table), columns: Object.values(table) };
}

/** The document's own picture by its words: the same numbers for each of its units, or a unit's against them. */
function picture(
  { length }: WordUnitEvidence,
  {
    words,
    againstNews,
    newsLikeness,
  }: {
    readonly words: Float64Array;
    readonly againstNews: Float64Array;
    readonly newsLikeness: Float64Array;
  },
): Record<string, Float64Array> {
  const count = words.length;
  const sorted = words.toSorted();
  const median = sorted[Math.floor(count / 2)] ?? 0;
  const units = length.reduce((sum, value) => sum + Math.exp(value) - 1, 0);
  return {
    wordsMedian: constant(count, median),
    wordsLeast: constant(count, sorted[0] ?? 0),
    wordsMost: constant(count, sorted[count - 1] ?? 0),
    wordsAboveMedian: words.map((value) => value - median),
    documentLength: constant(count, Math.log(1 + units)),
    mostAgainstNews: constant(
      count,
      againstNews.reduce((most, value) => Math.max(most, value), -9),
    ),
    newsLikenessOfDocument: constant(
      count,
      newsLikeness.reduce((sum, value) => sum + value, 0) / Math.max(1, count),
    ),
  };
}

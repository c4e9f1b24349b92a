import { at, constant, type FeatureTable, map, surroundings } from "./feature-table.ts";
import type { UnitEvidence } from "./unit-evidence.ts";
import { logit } from "./sequence.ts";

/** What stands for a neighbour's evidence beyond the first and the last unit. */
const BEFORE_FIRST = -3;
const AFTER_LAST = 0;
/** Distances to the ends of the document beyond which they no longer matter, in units. */
const FAR = 20;

/**
 * Features of each unit: its own evidence, in sum, by the word and by the square root of the number of words; that of its
 * neighbours; and the document's own picture (how suspicious it is at all, in the middle and at its extremes).
 *
 * Pure arithmetic on the evidence: training makes the same table from `data/evidence`.
 */
export function features(evidence: UnitEvidence): FeatureTable {
  const count = evidence.wordCount.length;
  const byRoot = (sum: (i: number) => number, words: Float64Array): Float64Array =>
    map(count, (i) => sum(i) / Math.sqrt(Math.max(1, at(words, i, 0))));
  const wordSum = map(count, (i) => at(evidence.forSpam, i, 0) + at(evidence.forHam, i, 0));
  const words = byRoot((i) => at(wordSum, i, 0), evidence.knownWords);
  const cache = byRoot((i) => at(evidence.cacheLogOdds, i, 0), evidence.wordCount);
  const againstNews = byRoot((i) => at(evidence.againstNews, i, 0), evidence.knownWords);
  const newsLikeness = byRoot((i) => at(evidence.newsLikeness, i, 0), evidence.knownWords);
  const topicMedian = evidence.topicHam.toSorted()[Math.floor(count / 2)] ?? 0;
  const posterior = evidence.cachePosterior.map((value) => 1 / (1 + Math.exp(-value)));
  const cachePosterior = evidence.cachePosterior;
  const perWord = (sum: Float64Array, counts: Float64Array): Float64Array =>
    map(count, (i) => at(sum, i, 0) / Math.max(1, at(counts, i, 0)));
  const table: Record<string, Float64Array> = {
    wordSum,
    words,
    wordMean: perWord(wordSum, evidence.knownWords),
    unknown: map(
      count,
      (i) => 1 - at(evidence.knownWords, i, 0) / Math.max(1, at(evidence.wordCount, i, 0)),
    ),
    wordCount: evidence.wordCount.map((value) => Math.log(1 + value)),
    forSpam: evidence.forSpam,
    forHam: evidence.forHam,
    most: evidence.most,
    secondMost: evidence.secondMost,
    least: evidence.least,
    secondLeast: evidence.secondLeast,
    cacheSum: evidence.cacheLogOdds,
    cache,
    cacheMean: perWord(evidence.cacheLogOdds, evidence.wordCount),
    hamOverlap: evidence.hamOverlap,
    spamOverlap: evidence.spamOverlap,
    wordPosterior: evidence.wordPosterior,
    cachePosterior,
    againstNewsSum: evidence.againstNews,
    againstNews,
    againstNewsMean: perWord(evidence.againstNews, evidence.knownWords),
    newsLikeness,
    strongCount: evidence.strongCount,
    strongMass: evidence.strongMass,
    strongShared: evidence.strongShared,
    strongRepeated: evidence.strongRepeated,
    disguised: evidence.disguised,
    brands: evidence.brands,
    length: evidence.length,
    capitals: evidence.capitals,
    digits: evidence.digits,
    link: evidence.link,
    ending: evidence.ending,
    colon: evidence.colon,
    quotes: evidence.quotes,
    exclamations: evidence.exclamations,
    question: evidence.question,
    bullet: evidence.bullet,
    lowerStart: evidence.lowerStart,
    sentence: evidence.sentence,
    otherScript: evidence.otherScript,
    localShare: evidence.localShare,
    brandUnits: evidence.brandUnits,
    topicHam: evidence.topicHam,
    topicSpam: evidence.topicSpam,
    topicBefore: evidence.topicBefore,
    topicAfter: map(count, (i) => at(evidence.topicBefore, i + 1, 0)),
    topicMedian: constant(count, topicMedian),
    topicAboveMedian: evidence.topicHam.map((value) => value - topicMedian),
    ...position(count),
    ...neighbours("words", words, BEFORE_FIRST, AFTER_LAST),
    ...neighbours("cache", cache, BEFORE_FIRST, AFTER_LAST),
    ...neighbours("cachePosterior", cachePosterior, logit(0.1), logit(0.3)),
    againstNewsBefore1: map(count, (i) => at(againstNews, i - 1, BEFORE_FIRST)),
    againstNewsAfter1: map(count, (i) => at(againstNews, i + 1, AFTER_LAST)),
    ...neighbours("topicHam", evidence.topicHam, 0, 0),
    ...surroundings("topicHam", evidence.topicHam, 0, 0),
    ...surroundings("words", words, BEFORE_FIRST, AFTER_LAST),
    ...surroundings("posterior", posterior, -1, -1),
    ...picture(evidence, { words, cache, againstNews, newsLikeness, posterior }),
  };
  return { names: Object.keys(table), columns: Object.values(table) };
}

function position(count: number): Record<string, Float64Array> {
  return {
    place: map(count, (i) => i / Math.max(1, count - 1)),
    fromEnd: map(count, (i) => Math.min(FAR, count - 1 - i)),
    fromStart: map(count, (i) => Math.min(FAR, i)),
    unitCount: constant(count, Math.log(count)),
  };
}

function neighbours(
  name: string,
  column: Float64Array,
  before: number,
  after: number,
): Record<string, Float64Array> {
  const count = column.length;
  return {
    [`${name}Before1`]: map(count, (i) => at(column, i - 1, before)),
    [`${name}Before2`]: map(count, (i) => at(column, i - 2, before)),
    [`${name}After1`]: map(count, (i) => at(column, i + 1, after)),
    [`${name}After2`]: map(count, (i) => at(column, i + 2, after)),
  };
}

interface Scaled {
  readonly words: Float64Array;
  readonly cache: Float64Array;
  readonly againstNews: Float64Array;
  readonly newsLikeness: Float64Array;
  readonly posterior: Float64Array;
}

/** The document's own picture: the same numbers for each of its units, or a unit's against them. */
function picture(
  evidence: UnitEvidence,
  { words, cache, againstNews, newsLikeness, posterior }: Scaled,
): Record<string, Float64Array> {
  const count = words.length;
  const sorted = words.toSorted();
  const median = sorted[Math.floor(count / 2)] ?? 0;
  const mean = (column: Float64Array): number =>
    column.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const suspicion = posterior.reduce((sum, value) => sum + value, 0);
  const suspectNews = posterior.reduce((sum, value, i) => sum + value * at(againstNews, i, 0), 0);
  const isHam = map(count, (i) => (at(posterior, i, 0) < 0.5 ? 1 : 0));
  const hamCount = isHam.reduce((sum, value) => sum + value, 0);
  const hamStrong = isHam.reduce(
    (sum, value, i) => sum + value * at(evidence.strongCount, i, 0),
    0,
  );
  return {
    wordsMedian: constant(count, median),
    wordsLeast: constant(count, sorted[0] ?? 0),
    wordsMost: constant(count, sorted[count - 1] ?? 0),
    wordsAboveMedian: words.map((value) => value - median),
    hamShare: constant(count, mean(posterior.map((value) => (value < 0.1 ? 1 : 0)))),
    spamShare: constant(count, mean(posterior.map((value) => (value > 0.5 ? 1 : 0)))),
    cacheMeanOfDocument: constant(count, mean(cache)),
    documentLength: constant(
      count,
      Math.log(1 + evidence.length.reduce((sum, value) => sum + Math.exp(value) - 1, 0)),
    ),
    suspectsAgainstNews: constant(count, suspicion > 0.01 ? suspectNews / suspicion : 0),
    mostAgainstNews: constant(
      count,
      againstNews.reduce((most, value) => Math.max(most, value), -9),
    ),
    newsLikenessOfDocument: constant(count, mean(newsLikeness)),
    otherScriptOfDocument: constant(count, mean(evidence.otherScript)),
    strongInHam: map(
      count,
      (i) =>
        (hamStrong - at(isHam, i, 0) * at(evidence.strongCount, i, 0)) /
        Math.max(1, hamCount - at(isHam, i, 0)),
    ),
  };
}

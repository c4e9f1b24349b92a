import { at, column, constant } from "./column.ts";
import { type FeatureTable, neighbours, perRoot, perWord, surroundings } from "./feature-table.ts";
import { logit } from "./sequence.ts";
import type { UnitEvidence } from "./unit-evidence.ts";
import { wordFeatures } from "./word-features.ts";

/** What stands for a neighbour's evidence beyond the first and the last unit. */
const BEFORE_FIRST = -3;
const AFTER_LAST = 0;

/**
 * Features of each unit: those of its words, then its other evidence, that of its neighbours, and the document's own picture
 * (how suspicious it is at all, in the middle and at its extremes).
 *
 * Pure arithmetic on the evidence: training makes the same table from `data/evidence`. `ofWords` are the features of the
 * words, where they are known already.
 */
export function features(
  evidence: UnitEvidence,
  ofWords: FeatureTable = wordFeatures(evidence),
): FeatureTable {
  const count = evidence.wordCount.length;
  const cache = perRoot(evidence.cacheLogOdds, evidence.wordCount);
  const againstNews = perRoot(evidence.againstNews, evidence.knownWords);
  const topicMedian = evidence.topicHam.toSorted()[Math.floor(count / 2)] ?? 0;
  const { cachePosterior } = evidence;
  const posterior = cachePosterior.map((value) => 1 / (1 + Math.exp(-value)));
  const table: Record<string, Float64Array> = {
    cacheSum: evidence.cacheLogOdds,
    cache,
    cacheMean: perWord(evidence.cacheLogOdds, evidence.wordCount),
    hamOverlap: evidence.hamOverlap,
    spamOverlap: evidence.spamOverlap,
    wordPosterior: evidence.wordPosterior,
    cachePosterior,
    strongMass: evidence.strongMass,
    strongShared: evidence.strongShared,
    strongRepeated: evidence.strongRepeated,
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
    otherScript: evidence.otherScript,
    localShare: evidence.localShare,
    brandUnits: evidence.brandUnits,
    topicHam: evidence.topicHam,
    topicSpam: evidence.topicSpam,
    topicBefore: evidence.topicBefore,
    topicAfter: column(count, (i) => at(evidence.topicBefore, i + 1, 0)),
    topicMedian: constant(count, topicMedian),
    topicAboveMedian: evidence.topicHam.map((value) => value - topicMedian),
    ...neighbours("cache", cache, BEFORE_FIRST, AFTER_LAST),
    ...neighbours("cachePosterior", cachePosterior, logit(0.1), logit(0.3)),
    ...neighbours("topicHam", evidence.topicHam, 0, 0),
    ...surroundings("topicHam", evidence.topicHam, 0, 0),
    ...surroundings("posterior", posterior, -1, -1),
    ...picture(evidence, { cache, againstNews, posterior }),
  };
  return {
    names: [...ofWords.names, ...Object.keys(table)],
    columns: [...ofWords.columns, ...Object.values(table)],
  };
}

/** The document's own picture: the same numbers for each of its units, or a unit's against them. */
function picture(
  evidence: UnitEvidence,
  {
    cache,
    againstNews,
    posterior,
  }: {
    readonly cache: Float64Array;
    readonly againstNews: Float64Array;
    readonly posterior: Float64Array;
  },
): Record<string, Float64Array> {
  const count = cache.length;
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const suspicion = posterior.reduce((sum, value) => sum + value, 0);
  const suspectNews = posterior.reduce((sum, value, i) => sum + value * at(againstNews, i, 0), 0);
  const isHam = column(count, (i) => (at(posterior, i, 0) < 0.5 ? 1 : 0));
  const hamCount = isHam.reduce((sum, value) => sum + value, 0);
  const hamStrong = isHam.reduce(
    (sum, value, i) => sum + value * at(evidence.strongCount, i, 0),
    0,
  );
  return {
    hamShare: constant(count, mean(posterior.map((value) => (value < 0.1 ? 1 : 0)))),
    spamShare: constant(count, mean(posterior.map((value) => (value > 0.5 ? 1 : 0)))),
    cacheMeanOfDocument: constant(count, mean(cache)),
    suspectsAgainstNews: constant(count, suspicion > 0.01 ? suspectNews / suspicion : 0),
    otherScriptOfDocument: constant(count, mean(evidence.otherScript)),
    strongInHam: column(
      count,
      (i) =>
        (hamStrong - at(isHam, i, 0) * at(evidence.strongCount, i, 0)) /
        Math.max(1, hamCount - at(isHam, i, 0)),
    ),
  };
}

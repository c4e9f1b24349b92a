import { at, column, mean, median } from "./column.ts";
import { type FeatureRows, featureRows, namesOf, type FeatureWriter } from "./feature-rows.ts";
import { logit } from "./sequence.ts";
import { addNeighbours, addSurroundings, type Summed, summed } from "./surroundings.ts";
import { NO_EVIDENCE, type UnitEvidence } from "./unit-columns.ts";
import { wordFeatures } from "./word-features.ts";

/** What stands for a neighbour's evidence beyond the first and the last unit. */
const BEFORE_FIRST = -3;
const AFTER_LAST = 0;

/** What some of the features are made of. */
interface Derived {
  readonly cache: Summed;
  readonly cachePosterior: Summed;
  readonly posterior: Summed;
  readonly topicHam: Summed;
  readonly topicMedian: number;
  readonly hamShare: number;
  readonly spamShare: number;
  readonly cacheMeanOfDocument: number;
  readonly suspectsAgainstNews: number;
  readonly otherScriptOfDocument: number;
  readonly hamCount: number;
  readonly hamStrong: number;
}

/**
 * Features of each unit: those of its words, then its other evidence, that of its neighbours, and the document's own picture
 * (how suspicious it is at all, in the middle and at its extremes).
 *
 * Pure arithmetic on the evidence: training makes the same rows from `data/evidence`. `ofWords` are the features of the
 * words, where they are known already.
 */
export function features(
  evidence: UnitEvidence,
  ofWords: FeatureRows = wordFeatures(evidence),
): FeatureRows {
  const derived = derivedOf(evidence);
  return featureRows(
    ofWords.count,
    NAMES,
    (writer) => writeFeatures(writer, evidence, derived),
    ofWords,
  );
}

function derivedOf(evidence: UnitEvidence): Derived {
  const count = evidence.wordCount.length;
  const posterior = column(count, (i) => 1 / (1 + Math.exp(-at(evidence.cachePosterior, i, 0))));
  const cache = column(
    count,
    (i) => at(evidence.cacheLogOdds, i, 0) / Math.sqrt(Math.max(1, at(evidence.wordCount, i, 0))),
  );
  let suspicion = 0;
  let suspectNews = 0;
  let hamCount = 0;
  let hamStrong = 0;
  let sureHam = 0;
  let spam = 0;
  for (let i = 0; i < count; i++) {
    const probability = at(posterior, i, 0);
    const isHam = probability < 0.5;
    suspicion += probability;
    suspectNews +=
      (probability * at(evidence.againstNews, i, 0)) /
      Math.sqrt(Math.max(1, at(evidence.knownWords, i, 0)));
    hamCount += isHam ? 1 : 0;
    hamStrong += isHam ? at(evidence.strongCount, i, 0) : 0;
    sureHam += probability < 0.1 ? 1 : 0;
    spam += probability > 0.5 ? 1 : 0;
  }
  return {
    cache: summed({ values: cache, before: BEFORE_FIRST, after: AFTER_LAST }),
    cachePosterior: summed({
      values: evidence.cachePosterior,
      before: logit(0.1),
      after: logit(0.3),
    }),
    posterior: summed({ values: posterior, before: -1, after: -1 }),
    topicHam: summed({ values: evidence.topicHam, before: 0, after: 0 }),
    topicMedian: median(evidence.topicHam),
    hamShare: sureHam / Math.max(1, count),
    spamShare: spam / Math.max(1, count),
    cacheMeanOfDocument: mean(cache),
    suspectsAgainstNews: suspicion > 0.01 ? suspectNews / suspicion : 0,
    otherScriptOfDocument: mean(evidence.otherScript),
    hamCount,
    hamStrong,
  };
}

function writeFeatures(writer: FeatureWriter, evidence: UnitEvidence, derived: Derived): void {
  const { topicHam, cacheLogOdds, wordCount, strongCount } = evidence;
  const { topicMedian, hamCount, hamStrong } = derived;
  const posterior = derived.posterior.values;
  writer.column("cacheSum", evidence.cacheLogOdds);
  writer.column("cache", derived.cache.values);
  writer.each("cacheMean", (i) => at(cacheLogOdds, i, 0) / Math.max(1, at(wordCount, i, 0)));
  writer.column("hamOverlap", evidence.hamOverlap);
  writer.column("spamOverlap", evidence.spamOverlap);
  writer.column("wordPosterior", evidence.wordPosterior);
  writer.column("cachePosterior", evidence.cachePosterior);
  writer.column("strongMass", evidence.strongMass);
  writer.column("strongShared", evidence.strongShared);
  writer.column("strongRepeated", evidence.strongRepeated);
  writer.column("capitals", evidence.capitals);
  writer.column("digits", evidence.digits);
  writer.column("link", evidence.link);
  writer.column("ending", evidence.ending);
  writer.column("colon", evidence.colon);
  writer.column("quotes", evidence.quotes);
  writer.column("exclamations", evidence.exclamations);
  writer.column("question", evidence.question);
  writer.column("bullet", evidence.bullet);
  writer.column("lowerStart", evidence.lowerStart);
  writer.column("otherScript", evidence.otherScript);
  writer.column("localShare", evidence.localShare);
  writer.column("brandUnits", evidence.brandUnits);
  writer.column("topicHam", topicHam);
  writer.column("topicSpam", evidence.topicSpam);
  writer.column("topicBefore", evidence.topicBefore);
  writer.each("topicAfter", (i) => at(evidence.topicBefore, i + 1, 0));
  writer.constant("topicMedian", topicMedian);
  writer.each("topicAboveMedian", (i) => at(topicHam, i, 0) - topicMedian);
  addNeighbours(writer, "cache", derived.cache);
  addNeighbours(writer, "cachePosterior", derived.cachePosterior);
  addNeighbours(writer, "topicHam", derived.topicHam);
  addSurroundings(writer, "topicHam", derived.topicHam);
  addSurroundings(writer, "posterior", derived.posterior);
  writer.constant("hamShare", derived.hamShare);
  writer.constant("spamShare", derived.spamShare);
  writer.constant("cacheMeanOfDocument", derived.cacheMeanOfDocument);
  writer.constant("suspectsAgainstNews", derived.suspectsAgainstNews);
  writer.constant("otherScriptOfDocument", derived.otherScriptOfDocument);
  writer.each("strongInHam", (i) => {
    const isHam = at(posterior, i, 1) < 0.5 ? 1 : 0;
    return (hamStrong - isHam * at(strongCount, i, 0)) / Math.max(1, hamCount - isHam);
  });
}

const NAMES = namesOf((writer) => writeFeatures(writer, NO_EVIDENCE, derivedOf(NO_EVIDENCE)));

/** What features say something about, in the order of their numbers. */
export const FEATURE_KINDS = [
  "words",
  "sharedWords",
  "topic",
  "look",
  "disguise",
  "brands",
  "place",
  "neighbours",
  "document",
  "firstLook",
] as const;

/** What a feature says something about. */
type FeatureKind = (typeof FEATURE_KINDS)[number];

const NAMES: Readonly<Record<FeatureKind, string>> = {
  words:
    "wordSum words wordMean unknown forSpam forHam most secondMost least secondLeast againstNewsSum againstNews " +
    "againstNewsMean newsLikeness strongCount wordPosterior strongMass wordsAboveMedian",
  sharedWords:
    "cacheSum cache cacheMean cachePosterior hamOverlap spamOverlap strongShared strongRepeated localShare",
  topic: "topicHam topicSpam topicAboveMedian",
  look: "wordCount length sentence capitals digits link ending colon quotes exclamations question bullet lowerStart",
  disguise: "disguised otherScript",
  brands: "brands brandUnits",
  place: "place fromEnd fromStart unitCount",
  neighbours:
    "wordsBefore1 wordsBefore2 wordsAfter1 wordsAfter2 againstNewsBefore1 againstNewsAfter1 wordsBefore wordsAfter " +
    "topicBefore topicAfter cacheBefore1 cacheBefore2 cacheAfter1 cacheAfter2 cachePosteriorBefore1 " +
    "cachePosteriorBefore2 cachePosteriorAfter1 cachePosteriorAfter2 topicHamBefore1 topicHamBefore2 topicHamAfter1 " +
    "topicHamAfter2 topicHamBefore topicHamAfter posteriorBefore posteriorAfter firstBefore3 firstBefore2 firstBefore1 " +
    "firstAfter1 firstAfter2 firstAfter3 firstBefore firstAfter firstMostBefore firstMostAfter firstLeastAfter",
  document:
    "wordsMedian wordsLeast wordsMost documentLength mostAgainstNews newsLikenessOfDocument topicMedian hamShare spamShare " +
    "cacheMeanOfDocument suspectsAgainstNews otherScriptOfDocument strongInHam firstSum firstMost firstMedian",
  firstLook: "first firstPosterior",
};

const KIND_OF = new Map(
  FEATURE_KINDS.flatMap((kind) => NAMES[kind].split(" ").map((name) => [name, kind])),
);

/** What a feature of the forests says something about. */
export function kindOfFeature(name: string): FeatureKind {
  const kind = KIND_OF.get(name);
  if (kind === undefined)
    throw new RangeError(`kindOfFeature: there must be such a feature, got ${name}`);
  return kind;
}

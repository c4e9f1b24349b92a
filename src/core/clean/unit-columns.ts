/**
 * Names of the evidence that is gathered for each unit by itself, in the order in which `data/evidence` holds it. What is
 * made of it by looking at neighbours and at the whole document is in `features.ts`.
 */
export const UNIT_EVIDENCE = [
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
  "strongMass",
  "strongShared",
  "strongRepeated",
  "cacheLogOdds",
  "hamOverlap",
  "spamOverlap",
  "wordPosterior",
  "cachePosterior",
  "length",
  "capitals",
  "digits",
  "link",
  "ending",
  "colon",
  "quotes",
  "exclamations",
  "question",
  "bullet",
  "lowerStart",
  "disguised",
  "brands",
  "sentence",
  "otherScript",
  "localShare",
  "brandUnits",
  "topicHam",
  "topicSpam",
  "topicBefore",
] as const;

/** Evidence of the units of a document: for each name one number per unit, in document order. */
export type UnitEvidence = Readonly<Record<(typeof UNIT_EVIDENCE)[number], Float64Array>>;

/** The evidence of units that is known as soon as their words are looked up. */
export type WordUnitEvidence = Pick<
  UnitEvidence,
  | "wordCount"
  | "knownWords"
  | "forSpam"
  | "forHam"
  | "most"
  | "secondMost"
  | "least"
  | "secondLeast"
  | "againstNews"
  | "newsLikeness"
  | "strongCount"
  | "length"
  | "disguised"
  | "brands"
  | "sentence"
>;

/** Evidence of `count` units, all 0. */
export function emptyEvidence(count: number): UnitEvidence {
  return evidenceOf(() => new Float64Array(count));
}

/** The evidence of the units from `start` to `end`, as views. */
export function sliceEvidence(evidence: UnitEvidence, start: number, end: number): UnitEvidence {
  return evidenceOf((name) => evidence[name].subarray(start, end));
}

/** Evidence with a column for each name. */
export function evidenceOf(column: (name: keyof UnitEvidence) => Float64Array): UnitEvidence {
  const table = Object.fromEntries(UNIT_EVIDENCE.map((name) => [name, column(name)]));
  if (!isComplete(table)) {
    throw new RangeError("evidenceOf: a column is missing");
  }
  return table;
}

function isComplete(table: Readonly<Record<string, Float64Array>>): table is UnitEvidence {
  return UNIT_EVIDENCE.every((name) => name in table);
}

/** The evidence of no unit. */
export const NO_EVIDENCE: UnitEvidence = emptyEvidence(0);

import type { DocumentWords } from "./document-words.ts";
import { type Chain, sequencePosteriors } from "./sequence.ts";

/** What the two caches say about each unit of a document; one element per unit in each array. */
export interface CacheEvidence {
  /** Log-odds of the unit's words under the two caches mixed with the model, in nats. */
  readonly logOdds: Float64Array;
  /** Share of the unit's inverse-document-frequency mass that also stands in units held to be ham, in [0, 1]. */
  readonly hamOverlap: Float64Array;
  /** The same for units held to be spam. */
  readonly spamOverlap: Float64Array;
  /** Posterior probability of spam after the last round. */
  readonly posteriors: Float64Array;
}

/** Rounds of deciding and counting anew; more changed nothing on composed documents. */
const ROUNDS = 3;
/** Most weight of a cache against the model, reached when the cache holds much text. */
const MOST_WEIGHT = 0.5;
/** Number of units at which a cache has half of its most weight. */
const HALF_WEIGHT_UNITS = 3;
/** Ratios that are multiplied before the logarithm is taken: one is e^±33 at most, so that the product stays a number. */
const FACTORS = 16;
/** Largest evidence of one unit in the sequence model, in nats: words that depend on each other overstate it. */
const EVIDENCE_LIMIT = 8;

/**
 * Evidence from the document itself: the article is written in its own words, and an injected block in its own.
 *
 * Each word's probability under a label is a mixture of the trained one and of the word's share among the *other* units now
 * held to have that label. Names and brands that no model knows then speak through their neighbours. Starts from the
 * posteriors `start`, one per unit, and repeats, running the sequence model after each round.
 *
 * Source: the cache language model of Kuhn and De Mori, *A Cache-Based Natural Language Model for Speech Recognition* (1990),
 * with one cache per label and soft membership.
 */
export function cacheEvidence(
  words: DocumentWords,
  start: Float64Array,
  chain: Chain,
): CacheEvidence {
  const unitCount = words.units.length;
  const pSpam = words.spam.map(Math.exp);
  const pHam = words.ham.map(Math.exp);
  const inSpam = new Float64Array(words.size);
  const inHam = new Float64Array(words.size);
  const logOdds = new Float64Array(unitCount);
  const hamOverlap = new Float64Array(unitCount);
  const spamOverlap = new Float64Array(unitCount);
  let posteriors = start;
  for (let round = 0; round < ROUNDS; round++) {
    inSpam.fill(0);
    inHam.fill(0);
    let spamUnits = 0;
    for (let unit = 0; unit < unitCount; unit++) {
      const posterior = posteriors[unit] ?? 0;
      spamUnits += posterior;
      const ofUnit = words.units[unit]?.words ?? NONE;
      for (let at = 0; at < ofUnit.length; at++) {
        const word = ofUnit[at] ?? 0;
        inSpam[word] = (inSpam[word] ?? 0) + posterior;
        inHam[word] = (inHam[word] ?? 0) + 1 - posterior;
      }
    }
    for (let unit = 0; unit < unitCount; unit++) {
      const posterior = posteriors[unit] ?? 0;
      const otherSpam = Math.max(0, spamUnits - posterior);
      const otherHam = Math.max(0, unitCount - spamUnits - 1 + posterior);
      const spamWeight = cacheWeight(otherSpam);
      const hamWeight = cacheWeight(otherHam);
      let sum = 0;
      let product = 1;
      let factorCount = 0;
      let mass = 0;
      let hamMass = 0;
      let spamMass = 0;
      const ofUnit = words.units[unit]?.words ?? NONE;
      for (let at = 0; at < ofUnit.length; at++) {
        const word = ofUnit[at] ?? 0;
        const elsewhereInSpam = Math.max(0, (inSpam[word] ?? 0) - posterior);
        const elsewhereInHam = Math.max(0, (inHam[word] ?? 0) - 1 + posterior);
        const spamShare = otherSpam > 1e-9 ? elsewhereInSpam / otherSpam : 0;
        const hamShare = otherHam > 1e-9 ? elsewhereInHam / otherHam : 0;
        const underSpam = (1 - spamWeight) * (pSpam[word] ?? 0) + spamWeight * spamShare;
        const underHam = (1 - hamWeight) * (pHam[word] ?? 0) + hamWeight * hamShare;
        product *= underSpam / underHam;
        if (++factorCount === FACTORS) {
          sum += Math.log(product);
          product = 1;
          factorCount = 0;
        }
        const weight = words.idf[word] ?? 0;
        mass += weight;
        hamMass += weight * Math.min(1, elsewhereInHam);
        spamMass += weight * Math.min(1, elsewhereInSpam);
      }
      logOdds[unit] = sum + Math.log(product);
      hamOverlap[unit] = mass > 0 ? hamMass / mass : 0;
      spamOverlap[unit] = mass > 0 ? spamMass / mass : 0;
    }
    posteriors = sequencePosteriors(
      logOdds.map((sum, unit) => limitedEvidence(sum, words.units[unit]?.words.length ?? 0)),
      chain,
    );
  }
  return { logOdds, hamOverlap, spamOverlap, posteriors };
}

const NONE = new Int32Array(0);

/** Weight of a cache against the model, from the number of units that the cache holds; in [0, 1). */
export function cacheWeight(unitCount: number): number {
  return (MOST_WEIGHT * unitCount) / (unitCount + HALF_WEIGHT_UNITS);
}

/**
 * Evidence of one unit for the sequence model: its words' log-odds by the square root of their number. Words of one text
 * depend on each other, so that their plain sum claims far too much.
 */
export function limitedEvidence(logOdds: number, wordCount: number): number {
  const scaled = logOdds / Math.sqrt(Math.max(1, wordCount));
  return Math.max(-EVIDENCE_LIMIT, Math.min(EVIDENCE_LIMIT, scaled));
}

import type { WordTable } from "../model/word-table.ts";
import { cacheEvidence, limitedEvidence } from "./caches.ts";
import { cohesion } from "./cohesion.ts";
import { column, columnsOf } from "./column.ts";
import { type DocumentWords, documentWords } from "./document-words.ts";
import { chainOf, logit, sequencePosteriors } from "./sequence.ts";
import { type Shape, shapeOf } from "./shape-evidence.ts";
import { topicEvidence } from "./topic-evidence.ts";
import type { UnitEvidence, WordUnitEvidence } from "./unit-columns.ts";
import type { Unit } from "./units.ts";
import { STRONG, wordEvidence } from "./word-evidence.ts";

/** Gathers the evidence of each unit of a text: its words, the two caches, its shape. */
export function unitEvidence(text: string, units: readonly Unit[], table: WordTable): UnitEvidence {
  const words = documentWords(text, units, table);
  return completedEvidence({ text, units, words, table, ofWords: wordUnitEvidence(units, words) });
}

/** The evidence of units that is known as soon as their words are looked up. */
export function wordUnitEvidence(units: readonly Unit[], words: DocumentWords): WordUnitEvidence {
  const next = columnsOf(units.length, 5);
  const wordCount = next();
  const length = next();
  const disguised = next();
  const brands = next();
  const sentence = next();
  units.forEach(({ span, isSentence }, i) => {
    const ofUnit = words.units[i];
    wordCount[i] = ofUnit?.words.length ?? 0;
    length[i] = Math.log(1 + span.end - span.start);
    disguised[i] = (ofUnit?.disguisedCount ?? 0) / Math.max(1, ofUnit?.tokenCount ?? 0);
    brands[i] = ofUnit?.brands.length ?? 0;
    sentence[i] = isSentence ? 1 : 0;
  });
  const own = wordEvidence(words);
  // Name by name: this is done for every document, and copying an object costs more than looking its words up.
  return {
    wordCount,
    knownWords: own.known,
    forSpam: own.forSpam,
    forHam: own.forHam,
    most: own.most,
    secondMost: own.secondMost,
    least: own.least,
    secondLeast: own.secondLeast,
    againstNews: own.againstNews,
    newsLikeness: own.newsLikeness,
    strongCount: own.strongCount,
    length,
    disguised,
    brands,
    sentence,
  };
}

/** What {@link completedEvidence} goes on from. */
export interface DocumentInHand {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly words: DocumentWords;
  readonly table: WordTable;
  readonly ofWords: WordUnitEvidence;
}

/** The evidence of units by their words, with all the rest. */
export function completedEvidence({
  text,
  units,
  words,
  table,
  ofWords,
}: DocumentInHand): UnitEvidence {
  const chain = chainOf(units);
  const shapes = units.map(({ span }) => shapeOf(text.slice(span.start, span.end)));
  const byWords = sequencePosteriors(firstEvidence(ofWords, words, shapes), chain);
  const caches = cacheEvidence(words, byWords, chain);
  const shape = (name: keyof Shape): Float64Array =>
    column(units.length, (i) => shapes[i]?.[name] ?? 0);
  const strong = sharedStrongWords(words, caches.posteriors);
  const near = cohesion(words);
  const topics = topicEvidence(words, table.topics, caches.posteriors);
  return {
    wordCount: ofWords.wordCount,
    knownWords: ofWords.knownWords,
    forSpam: ofWords.forSpam,
    forHam: ofWords.forHam,
    most: ofWords.most,
    secondMost: ofWords.secondMost,
    least: ofWords.least,
    secondLeast: ofWords.secondLeast,
    againstNews: ofWords.againstNews,
    newsLikeness: ofWords.newsLikeness,
    strongCount: ofWords.strongCount,
    length: ofWords.length,
    disguised: ofWords.disguised,
    brands: ofWords.brands,
    sentence: ofWords.sentence,
    strongMass: strong.strongMass,
    strongShared: strong.strongShared,
    strongRepeated: strong.strongRepeated,
    cacheLogOdds: caches.logOdds,
    hamOverlap: caches.hamOverlap,
    spamOverlap: caches.spamOverlap,
    wordPosterior: byWords.map(logit),
    cachePosterior: caches.posteriors.map(logit),
    capitals: shape("capitals"),
    digits: shape("digits"),
    link: shape("link"),
    ending: shape("ending"),
    colon: shape("colon"),
    quotes: shape("quotes"),
    exclamations: shape("exclamations"),
    question: shape("question"),
    bullet: shape("bullet"),
    lowerStart: shape("lowerStart"),
    otherScript: shape("otherScript"),
    localShare: near.localShare,
    brandUnits: near.brandUnits,
    topicHam: topics.topicHam,
    topicSpam: topics.topicSpam,
    topicBefore: topics.topicBefore,
  };
}

/** What a unit in another script than its document's says for spam before the caches have seen it, in nats. */
const FOREIGN_SCRIPT = 4;

/**
 * Evidence of each unit before the caches are filled: its words', and more for a paragraph in a script that the model knows
 * but the document is not written in. Such a block's own words would else vouch for each other.
 */
function firstEvidence(
  own: WordUnitEvidence,
  words: DocumentWords,
  shapes: readonly Shape[],
): Float64Array {
  const isForeign = shapes.map(({ otherScript }) => otherScript > 0.5);
  const isMixed = isForeign.filter(Boolean).length * 2 < shapes.length;
  return own.forSpam.map((forSpam, i) => {
    const known = own.knownWords[i] ?? 0;
    const isKnown = known * 2 > (words.units[i]?.words.length ?? 0);
    const foreign = isMixed && isKnown && isForeign[i] === true ? FOREIGN_SCRIPT : 0;
    return limitedEvidence(forSpam + (own.forHam[i] ?? 0), known) + foreign;
  });
}

/** Log-odds from which a word's sharing with the rest of the document is looked at, in nats. */
const SHARED = STRONG - 0.5;

/**
 * How the words that speak for spam are spread: in a story about gambling they stand in many paragraphs, injected ones
 * stand in the block only. `strongMass` is their log-odds, summed; `strongShared` the share of it whose words also stand in
 * other units held to be ham, `strongRepeated` in any other unit (−1 when there is no such word).
 */
function sharedStrongWords(
  words: DocumentWords,
  posteriors: Float64Array,
): Pick<UnitEvidence, "strongMass" | "strongShared" | "strongRepeated"> {
  const inHam = new Float64Array(words.size);
  const inAny = new Float64Array(words.size);
  words.units.forEach((unit, i) => {
    const isHam = (posteriors[i] ?? 0) < 0.5 ? 1 : 0;
    for (const word of unit.words) {
      inAny[word] = (inAny[word] ?? 0) + 1;
      inHam[word] = (inHam[word] ?? 0) + isHam;
    }
  });
  const strongMass = new Float64Array(words.units.length);
  const strongShared = new Float64Array(words.units.length).fill(-1);
  const strongRepeated = new Float64Array(words.units.length).fill(-1);
  words.units.forEach((unit, i) => {
    const self = (posteriors[i] ?? 0) < 0.5 ? 1 : 0;
    let mass = 0;
    let shared = 0;
    let repeated = 0;
    for (const word of unit.words) {
      const logOdds = (words.spam[word] ?? 0) - (words.ham[word] ?? 0);
      if (words.known[word] === 1 && logOdds > SHARED) {
        mass += logOdds;
        shared += (inHam[word] ?? 0) > self ? logOdds : 0;
        repeated += (inAny[word] ?? 0) > 1 ? logOdds : 0;
      }
    }
    strongMass[i] = mass;
    if (mass > 0) {
      strongShared[i] = shared / mass;
      strongRepeated[i] = repeated / mass;
    }
  });
  return { strongMass, strongShared, strongRepeated };
}

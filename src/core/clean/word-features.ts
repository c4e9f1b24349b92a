import { at, column, mean, median } from "./column.ts";
import { type FeatureRows, featureRows, namesOf, type FeatureWriter } from "./feature-rows.ts";
import { addNeighbours, addSurroundings, type Summed, summed } from "./surroundings.ts";
import { NO_EVIDENCE, type WordUnitEvidence } from "./unit-columns.ts";

/** What stands for a neighbour's evidence beyond the first and the last unit. */
const BEFORE_FIRST = -3;
const AFTER_LAST = 0;
/** Distances to the ends of the document beyond which they no longer matter, in units. */
const FAR = 20;

/** The features of words that some of the others are made of. */
interface Derived {
  readonly wordSum: Float64Array;
  readonly words: Summed;
  readonly againstNews: Float64Array;
  readonly newsLikeness: Float64Array;
  readonly wordsMedian: number;
  readonly wordsLeast: number;
  readonly wordsMost: number;
  readonly documentLength: number;
  readonly mostAgainstNews: number;
  readonly newsLikenessOfDocument: number;
}

/**
 * Features of each unit by its words alone: in sum, by the word and by the root of their number; those of its neighbours;
 * and the document's. The first trees look at nothing else, so that most documents without spam cost no more than this.
 */
export function wordFeatures(evidence: WordUnitEvidence): FeatureRows {
  const count = evidence.wordCount.length;
  const derived = derivedOf(evidence, count);
  return featureRows(count, NAMES, (writer) => writeFeatures(writer, evidence, derived));
}

function derivedOf(evidence: WordUnitEvidence, count: number): Derived {
  const { forSpam, forHam, againstNews, newsLikeness, length } = evidence;
  const root = column(count, (i) => Math.sqrt(Math.max(1, at(evidence.knownWords, i, 0))));
  const perRoot = (sums: Float64Array): Float64Array =>
    column(count, (i) => at(sums, i, 0) / at(root, i, 1));
  const wordSum = column(count, (i) => at(forSpam, i, 0) + at(forHam, i, 0));
  const words = perRoot(wordSum);
  const againstNewsByRoot = perRoot(againstNews);
  const newsLikenessByRoot = perRoot(newsLikeness);
  let wordsLeast = Infinity;
  let wordsMost = -Infinity;
  let mostAgainstNews = -9;
  let units = 0;
  for (let i = 0; i < count; i++) {
    wordsLeast = Math.min(wordsLeast, at(words, i, 0));
    wordsMost = Math.max(wordsMost, at(words, i, 0));
    mostAgainstNews = Math.max(mostAgainstNews, at(againstNewsByRoot, i, 0));
    units += Math.exp(at(length, i, 0)) - 1;
  }
  return {
    wordSum,
    words: summed({ values: words, before: BEFORE_FIRST, after: AFTER_LAST }),
    againstNews: againstNewsByRoot,
    newsLikeness: newsLikenessByRoot,
    wordsMedian: median(words),
    wordsLeast,
    wordsMost,
    documentLength: Math.log(1 + units),
    mostAgainstNews,
    newsLikenessOfDocument: mean(newsLikenessByRoot),
  };
}

function writeFeatures(writer: FeatureWriter, evidence: WordUnitEvidence, derived: Derived): void {
  const { knownWords, wordCount, againstNews } = evidence;
  const { wordSum, words, wordsMedian } = derived;
  const count = wordCount.length;
  writer.column("wordSum", wordSum);
  writer.column("words", words.values);
  writer.each("wordMean", (i) => at(wordSum, i, 0) / Math.max(1, at(knownWords, i, 0)));
  writer.each("unknown", (i) => 1 - at(knownWords, i, 0) / Math.max(1, at(wordCount, i, 0)));
  writer.each("wordCount", (i) => Math.log(1 + at(wordCount, i, 0)));
  writer.column("forSpam", evidence.forSpam);
  writer.column("forHam", evidence.forHam);
  writer.column("most", evidence.most);
  writer.column("secondMost", evidence.secondMost);
  writer.column("least", evidence.least);
  writer.column("secondLeast", evidence.secondLeast);
  writer.column("againstNewsSum", evidence.againstNews);
  writer.column("againstNews", derived.againstNews);
  writer.each("againstNewsMean", (i) => at(againstNews, i, 0) / Math.max(1, at(knownWords, i, 0)));
  writer.column("newsLikeness", derived.newsLikeness);
  writer.column("strongCount", evidence.strongCount);
  writer.column("disguised", evidence.disguised);
  writer.column("brands", evidence.brands);
  writer.column("length", evidence.length);
  writer.column("sentence", evidence.sentence);
  writer.each("place", (i) => i / Math.max(1, count - 1));
  writer.each("fromEnd", (i) => Math.min(FAR, count - 1 - i));
  writer.each("fromStart", (i) => Math.min(FAR, i));
  writer.constant("unitCount", Math.log(count));
  addNeighbours(writer, "words", derived.words);
  writer.each("againstNewsBefore1", (i) => at(derived.againstNews, i - 1, BEFORE_FIRST));
  writer.each("againstNewsAfter1", (i) => at(derived.againstNews, i + 1, AFTER_LAST));
  addSurroundings(writer, "words", derived.words);
  writer.constant("wordsMedian", wordsMedian);
  writer.constant("wordsLeast", derived.wordsLeast);
  writer.constant("wordsMost", derived.wordsMost);
  writer.each("wordsAboveMedian", (i) => at(words.values, i, 0) - wordsMedian);
  writer.constant("documentLength", derived.documentLength);
  writer.constant("mostAgainstNews", derived.mostAgainstNews);
  writer.constant("newsLikenessOfDocument", derived.newsLikenessOfDocument);
}

const NAMES = namesOf((writer) => writeFeatures(writer, NO_EVIDENCE, derivedOf(NO_EVIDENCE, 0)));

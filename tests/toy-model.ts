import type { EvidenceSet } from "../src/core/clean/evidence-set.ts";
import { trainCombination } from "../src/core/clean/train-combination.ts";
import { allCounts, composeEvidence, countFolds } from "../src/core/evaluate/gather.ts";
import { learnTopics } from "../src/core/evaluate/learn-topics.ts";
import type { Counts } from "../src/core/model/counts.ts";
import type { Model } from "../src/core/model/model.ts";
import { poolCounts } from "../src/core/model/pool.ts";
import { trainWordTable, type WordTable } from "../src/core/model/word-table.ts";
import { toyArticles, toyRuns } from "./toy-texts.ts";

const ARTICLES = toyArticles(60);
const RUNS = toyRuns(40);
const FOLDS = countFolds(ARTICLES, RUNS);
const TOPICS = learnTopics(ARTICLES, RUNS);

/** Counts of made-up news and spam. */
export const toyCounts: readonly Counts[] = allCounts(FOLDS);

/** A word table of them, with what the words are about. */
export const toyWords: WordTable = trainWordTable(poolCounts(toyCounts), TOPICS.all);

/** Evidence of a few documents composed of made-up texts. */
export function toyEvidence(documentCount: number): EvidenceSet {
  return composeEvidence(ARTICLES, RUNS, FOLDS, TOPICS, documentCount);
}

/** A small model, trained as the real one is; takes about a second. */
export function trainToyModel(): Model {
  const combination = trainCombination(toyEvidence(200), { treeCount: 16 });
  return { words: toyWords, combination, threshold: 0.5, unsure: 0.2 };
}

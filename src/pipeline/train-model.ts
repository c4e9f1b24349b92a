import { trainCombination } from "../core/clean/train-combination.ts";
import type { Model } from "../core/model/model.ts";
import { poolCounts } from "../core/model/pool.ts";
import { trainWordTable } from "../core/model/word-table.ts";
import type { TrainingData } from "./training-data.ts";

/** Least posterior at which a paragraph is cut, unless the user says otherwise; see `models/README.md`. */
const THRESHOLD = 0.85;
/** Least posterior at which a kept paragraph is worth a look. */
const UNSURE = 0.5;

/** Options for {@link trainModel}. */
export interface TrainModelOptions {
  /** Number of trees in each forest. */
  readonly treeCount: number;
  /** Called as each step is done. */
  readonly onStep?: (step: string) => void;
}

/** Trains a model. The same data give the same model. */
export function trainModel(
  { counts, topics, evidence }: TrainingData,
  { treeCount, onStep = () => {} }: TrainModelOptions,
): Model {
  const words = trainWordTable(poolCounts(counts), topics);
  onStep(`naive Bayes over ${words.size} words`);
  onStep(`evidence of ${evidence.documents.length} documents, ${evidence.labels.length} units`);
  const combination = trainCombination(evidence, { treeCount, onStep });
  return { words, combination, threshold: THRESHOLD, unsure: UNSURE };
}

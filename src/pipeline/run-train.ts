import { trainCombination } from "../core/clean/train-combination.ts";
import { formatModel } from "../core/model/model.ts";
import { poolCounts } from "../core/model/pool.ts";
import { trainWordTable } from "../core/model/word-table.ts";
import { writeWholeFile } from "../io/write-file.ts";
import { readTrainingData } from "./training-data.ts";

/** Least posterior at which a paragraph is cut, unless the user says otherwise; see `models/README.md`. */
export const THRESHOLD = 0.9;
/** Least posterior at which a kept paragraph is worth a look. */
export const UNSURE = 0.5;

/** Options for {@link runTrain}. */
export interface TrainOptions {
  /** Folder with `counts/`, `topics/` and `evidence/`. */
  readonly data: string;
  /** The model file to write. */
  readonly out: string;
  /** Number of trees in each forest. */
  readonly treeCount: number;
  /** Called as each step is done. */
  readonly onStep: (step: string) => void;
}

/**
 * Trains a model from count tables, topics and evidence and writes it. The same data give the same bytes.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_COUNTS_FORMAT, ERR_TOPICS_FORMAT, ERR_EVIDENCE_FORMAT, ERR_OUTPUT_WRITE.
 */
export async function runTrain({ data, out, treeCount, onStep }: TrainOptions): Promise<void> {
  const { counts, topics, evidence } = await readTrainingData(data);
  const words = trainWordTable(poolCounts(counts), topics);
  onStep(`naive Bayes over ${words.size} words`);
  onStep(`evidence of ${evidence.documents.length} documents, ${evidence.labels.length} units`);
  const combination = trainCombination(evidence, { treeCount, onStep });
  const bytes = formatModel({ words, combination, threshold: THRESHOLD, unsure: UNSURE });
  await writeWholeFile(out, bytes);
  onStep(`${out}: ${bytes.length} bytes`);
}

import { parseEvidence } from "../core/clean/evidence-set.ts";
import { trainCombination } from "../core/clean/train-combination.ts";
import { type Counts, parseCounts } from "../core/model/counts.ts";
import { formatModel } from "../core/model/model.ts";
import { poolCounts } from "../core/model/pool.ts";
import { trainWordTable } from "../core/model/word-table.ts";
import { collectBytes } from "../io/collect-bytes.ts";
import { listFiles } from "../io/list-files.ts";
import { readChunks } from "../io/read-file.ts";
import { writeWholeFile } from "../io/write-file.ts";

/** Least posterior at which a paragraph is cut, unless the user says otherwise; see `models/README.md`. */
const THRESHOLD = 0.9;
/** Least posterior at which a kept paragraph is worth a look. */
const UNSURE = 0.5;

/** Options for {@link runTrain}. */
export interface TrainOptions {
  /** Folder with `counts/` and `evidence/`. */
  readonly data: string;
  /** The model file to write. */
  readonly out: string;
  /** Number of trees in each forest. */
  readonly treeCount: number;
  /** Called as each step is done. */
  readonly onStep: (step: string) => void;
}

/**
 * Trains a model from count tables and evidence and writes it. The same data give the same bytes.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_COUNTS_FORMAT, ERR_EVIDENCE_FORMAT, ERR_OUTPUT_WRITE.
 */
export async function runTrain({ data, out, treeCount, onStep }: TrainOptions): Promise<void> {
  const words = trainWordTable(poolCounts(await readCounts(`${data}/counts`)));
  onStep(`naive Bayes over ${words.size} words`);
  const path = `${data}/evidence/composed.bin.gz`;
  const evidence = parseEvidence(await collectBytes(readChunks(path), path), path);
  onStep(`evidence of ${evidence.documents.length} documents, ${evidence.labels.length} units`);
  const combination = trainCombination(evidence, { treeCount, onStep });
  const bytes = formatModel({ words, combination, threshold: THRESHOLD, unsure: UNSURE });
  await writeWholeFile(out, bytes);
  onStep(`${out}: ${bytes.length} bytes`);
}

async function readCounts(folder: string): Promise<Counts[]> {
  const tables: Counts[] = [];
  for (const path of await listFiles(folder, ".txt.gz")) {
    const bytes = await collectBytes(readChunks(path), path);
    tables.push(...parseCounts(new TextDecoder().decode(bytes), path));
  }
  return tables;
}

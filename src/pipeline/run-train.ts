import { formatModel } from "../core/model/model.ts";
import { writeWholeFile } from "../io/write-file.ts";
import { trainModel } from "./train-model.ts";
import { readTrainingData } from "./training-data.ts";

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
  const bytes = formatModel(trainModel(await readTrainingData(data), { treeCount, onStep }));
  await writeWholeFile(out, bytes);
  onStep(`${out}: ${bytes.length} bytes`);
}

import { type EvidenceSet, parseEvidence } from "../core/clean/evidence-set.ts";
import { type Counts, parseCounts } from "../core/model/counts.ts";
import type { TopicVectors } from "../core/model/topic-space.ts";
import { parseTopics } from "../core/model/topics-file.ts";
import { collectBytes } from "../formats/whole-file.ts";
import { listFiles } from "../io/list-files.ts";
import { readChunks } from "../io/read-file.ts";

/** Where the topics stand in a folder of training data. */
export const TOPICS_FILE = "topics/words.bin.gz";
/** Where the evidence stands. */
export const EVIDENCE_FILE = "evidence/composed.bin.gz";
/** Where the count tables stand, as files whose names end in {@link COUNTS_SUFFIX}. */
export const COUNTS_FOLDER = "counts";
export const COUNTS_SUFFIX = ".txt.gz";

/** What a model is trained from. */
export interface TrainingData {
  readonly counts: readonly Counts[];
  readonly topics: TopicVectors;
  readonly evidence: EvidenceSet;
}

/**
 * Reads the training data of a folder, as `tapis gather` made it.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_COUNTS_FORMAT, ERR_TOPICS_FORMAT, ERR_EVIDENCE_FORMAT.
 */
export async function readTrainingData(folder: string): Promise<TrainingData> {
  const counts: Counts[] = [];
  for (const path of await listFiles(`${folder}/${COUNTS_FOLDER}`, COUNTS_SUFFIX)) {
    counts.push(...parseCounts(new TextDecoder().decode(await readBytes(path)), path));
  }
  const topicsPath = `${folder}/${TOPICS_FILE}`;
  const evidencePath = `${folder}/${EVIDENCE_FILE}`;
  return {
    counts,
    topics: parseTopics(await readBytes(topicsPath), topicsPath),
    evidence: parseEvidence(await readBytes(evidencePath), evidencePath),
  };
}

function readBytes(path: string): Promise<Uint8Array> {
  return collectBytes(readChunks(path), path);
}

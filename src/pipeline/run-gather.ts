import { formatEvidence } from "../core/clean/evidence-set.ts";
import { allCounts, composeEvidence, countFolds } from "../core/evaluate/gather.ts";
import { learnTopics } from "../core/evaluate/learn-topics.ts";
import { type Counts, formatCounts } from "../core/model/counts.ts";
import { formatTopics } from "../core/model/topics-file.ts";
import { gzip } from "../io/gzip.ts";
import { writeWholeFile } from "../io/write-file.ts";
import { COUNTS_FOLDER, COUNTS_SUFFIX, EVIDENCE_FILE, TOPICS_FILE } from "./training-data.ts";
import { readTrainingTexts, type TextFiles } from "./training-texts.ts";

/** Options for {@link runGather}. */
export interface GatherOptions {
  readonly files: TextFiles;
  /** Folder that takes `counts/`, `topics/` and `evidence/`. */
  readonly out: string;
  /** Number of documents to compose. */
  readonly documentCount: number;
  /** Called as each step is done. */
  readonly onStep: (step: string) => void;
}

/**
 * Makes the count tables and the evidence that models are trained from out of texts that stay where they are.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_RECORD_FORMAT, ERR_OUTPUT_WRITE.
 */
export async function runGather({
  files,
  out,
  documentCount,
  onStep,
}: GatherOptions): Promise<void> {
  const { articles, runs } = await readTrainingTexts(files);
  onStep(`read ${articles.length} articles and ${runs.length} spam pages`);
  const folds = countFolds(articles, runs);
  const tables = allCounts(folds);
  for (const [name, ofFile] of filesOf(tables)) {
    await writeWholeFile(
      `${out}/${COUNTS_FOLDER}/${name}${COUNTS_SUFFIX}`,
      gzip(new TextEncoder().encode(formatCounts(ofFile))),
    );
  }
  onStep(
    `counted the words of ${tables.reduce((sum, table) => sum + table.paragraphs, 0)} paragraphs`,
  );
  const topics = learnTopics(articles, runs);
  await writeWholeFile(`${out}/${TOPICS_FILE}`, gzip(formatTopics(topics.all)));
  onStep(`learnt what ${topics.all.words.length} words are about`);
  const set = composeEvidence(articles, runs, folds, topics, documentCount);
  await writeWholeFile(`${out}/${EVIDENCE_FILE}`, gzip(formatEvidence(set)));
  onStep(`composed ${set.documents.length} documents of ${set.labels.length} units`);
}

/** One file for each label and language. */
function filesOf(tables: readonly Counts[]): Map<string, Counts[]> {
  const files = new Map<string, Counts[]>();
  for (const table of tables) {
    const name = `${table.label}-${table.lang}`;
    files.set(name, [...(files.get(name) ?? []), table]);
  }
  return files;
}

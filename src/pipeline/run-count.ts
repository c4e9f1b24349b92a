import { countDocument } from "../core/evaluate/count-document.ts";
import { type Counts, formatCounts, mergeCounts, withoutRareWords } from "../core/model/counts.ts";
import { gzip } from "../io/gzip.ts";
import { writeWholeFile } from "../io/write-file.ts";
import { readLabelledDocuments } from "./read-labelled-documents.ts";

/** Options for {@link runCount}. */
export interface CountOptions {
  /** Files of labelled documents, JSON Lines, gzipped when the name ends in `.gz`. */
  readonly paths: readonly string[];
  /** The file to write; gzipped when the name ends in `.gz`. */
  readonly out: string;
  /** Fewest paragraphs, of all sources together, that a word must stand in; others are dropped. */
  readonly least: number;
}

/** What was counted. */
export interface CountSummary {
  readonly documents: number;
  readonly paragraphs: number;
  /** Paragraphs that are spam. */
  readonly spam: number;
}

/** Tables to gather before those of one origin are added up. */
const BATCH = 2000;

/**
 * Counts the words of labelled documents, by label, language and source, and writes the tables. A document that names no
 * source belongs to that of its file's name.
 *
 * @throws {TapisError} ERR_INPUT_*; ERR_DOCUMENT_FORMAT with file and line; ERR_OUTPUT_WRITE.
 */
export async function runCount({ paths, out, least }: CountOptions): Promise<CountSummary> {
  let documents = 0;
  let tables: Counts[] = [];
  let mergeAt = BATCH;
  for (const path of paths) {
    for await (const document of readLabelledDocuments(path)) {
      documents++;
      tables.push(...countDocument(document));
      if (tables.length >= mergeAt) {
        tables = mergeCounts(tables);
        mergeAt = tables.length + Math.max(BATCH, tables.length);
      }
    }
  }
  tables = withoutRareWords(mergeCounts(tables), least);
  const bytes = new TextEncoder().encode(formatCounts(tables));
  await writeWholeFile(out, /\.gz$/i.test(out) ? gzip(bytes) : bytes);
  const paragraphsOf = (ofLabel: readonly Counts[]): number =>
    ofLabel.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  return {
    documents,
    paragraphs: paragraphsOf(tables),
    spam: paragraphsOf(tables.filter(({ label }) => label === "spam")),
  };
}

import * as z from "zod/mini";
import { check } from "../core/check.ts";
import type { Article } from "../core/evaluate/compose.ts";
import type { SpamRun } from "../core/evaluate/draw-spam.ts";
import { measuredSource } from "../core/evaluate/measured-sources.ts";
import { TapisError } from "../errors.ts";
import { readChunks } from "../io/read-file.ts";
import { readLines } from "../formats/read-lines.ts";

/** The texts that counts and evidence are made from. */
export interface TrainingTexts {
  readonly articles: readonly Article[];
  readonly runs: readonly SpamRun[];
}

const ARTICLE = z.object({
  title: z._default(z.nullable(z.string()), null),
  paragraphs: z.array(z.string()),
  lang: z.string(),
  kind: z.string(),
  source: z.optional(z.string()),
});
const PIECE = z.object({
  text: z.string(),
  lang: z.string(),
  kind: z.string(),
  source: z.optional(z.string()),
  run: z.string(),
});

/** A file of articles or of spam. */
export interface TextFile {
  readonly path: string;
  /** The source of rows that name none. */
  readonly source: string;
  /** Whether labelled documents from the same sources are measured on; see {@link measuredSource}. */
  readonly isMeasured?: boolean;
}

/** Files of articles and of spam. */
export interface TextFiles {
  readonly articles: readonly TextFile[];
  readonly spam: readonly TextFile[];
}

/**
 * Reads articles and spam pages from JSON Lines files, which may be gzipped.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ; ERR_RECORD_FORMAT with the line of a row that is not one.
 */
export async function readTrainingTexts(files: TextFiles): Promise<TrainingTexts> {
  const articles: Article[] = [];
  for (const file of files.articles) {
    for await (const row of readRows(file.path, ARTICLE)) {
      articles.push({ ...row, source: sourceOf(file, row.source ?? `${file.source}/${row.lang}`) });
    }
  }
  const runs = new Map<
    string,
    { run: string; lang: string; source: string; pieces: { text: string; kind: string }[] }
  >();
  for (const file of files.spam) {
    for await (const { text, lang, kind, run, ...row } of readRows(file.path, PIECE)) {
      const source = sourceOf(file, row.source ?? `${file.source}/${run}`);
      const key = JSON.stringify([source, run]);
      const found = runs.get(key) ?? { run, lang, source, pieces: [] };
      runs.set(key, found);
      found.pieces.push({ text, kind });
    }
  }
  return { articles, runs: [...runs.values()] };
}

function sourceOf({ isMeasured = false }: TextFile, source: string): string {
  return isMeasured ? measuredSource(source) : source;
}

async function* readRows<T>(path: string, schema: z.ZodMiniType<T>): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let number = 0;
  for await (const line of readLines(readChunks(path), path)) {
    number++;
    const row = check(schema, parseLine(decoder.decode(line), `${path}:${number}`));
    if (!row.success) {
      throw new TapisError("ERR_RECORD_FORMAT", `${path}:${number}: ${z.prettifyError(row.error)}`);
    }
    yield row.data;
  }
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new TapisError("ERR_RECORD_FORMAT", `${place}: is not JSON`, { cause });
  }
}

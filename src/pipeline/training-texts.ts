import { z } from "zod";
import type { Article, SpamRun } from "../core/evaluate/compose.ts";
import { TapisError } from "../errors.ts";
import { readChunks } from "../io/read-file.ts";
import { readLines } from "../io/read-lines.ts";

/** The texts that counts and evidence are made from. */
export interface TrainingTexts {
  readonly articles: readonly Article[];
  readonly runs: readonly SpamRun[];
}

const ARTICLE = z.object({
  title: z.string().nullable().default(null),
  paragraphs: z.array(z.string()),
  lang: z.string(),
  kind: z.string(),
  source: z.string().optional(),
});
const PIECE = z.object({
  text: z.string(),
  lang: z.string(),
  kind: z.string(),
  source: z.string().optional(),
  run: z.string(),
});

/** Files of articles and of spam; a row without a source of its own belongs to the file's. */
export interface TextFiles {
  readonly articles: readonly { readonly path: string; readonly source: string }[];
  readonly spam: readonly { readonly path: string; readonly source: string }[];
}

/**
 * Reads articles and spam pages from JSON Lines files, which may be gzipped.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ; ERR_RECORD_FORMAT with the line of a row that is not one.
 */
export async function readTrainingTexts(files: TextFiles): Promise<TrainingTexts> {
  const articles: Article[] = [];
  for (const { path, source } of files.articles) {
    for await (const row of readRows(path, ARTICLE)) {
      articles.push({ ...row, source: row.source ?? `${source}/${row.lang}` });
    }
  }
  const runs = new Map<
    string,
    { run: string; lang: string; source: string; pieces: { text: string; kind: string }[] }
  >();
  for (const { path, source: fileSource } of files.spam) {
    for await (const { text, lang, kind, run, source = `${fileSource}/${run}` } of readRows(
      path,
      PIECE,
    )) {
      const key = JSON.stringify([source, run]);
      const found = runs.get(key) ?? { run, lang, source, pieces: [] };
      runs.set(key, found);
      found.pieces.push({ text, kind });
    }
  }
  return { articles, runs: [...runs.values()] };
}

async function* readRows<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let number = 0;
  for await (const line of readLines(readChunks(path), path)) {
    number++;
    const row = schema.safeParse(parseLine(decoder.decode(line), `${path}:${number}`));
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

import { createWriteStream } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ExampleTexts } from "./example-texts.ts";
import { formatArticle, generateArticles, type GenerateOptions } from "./generate-articles.ts";

/** A megabyte, as throughput is given in. */
export const MEGABYTE = 1_000_000;

/** A file of texts. */
export interface TextsFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly articleCount: number;
}

/** What a file of articles holds: one JSON object, one paragraph, or a piece of one single text per line. */
export type Layout = "jsonl" | "paragraphs" | "text";

/** Options for {@link writeArticles}. */
export interface WriteOptions extends GenerateOptions {
  /** How far it goes: to the article that reaches a size, or for some articles. */
  readonly until: { readonly sizeBytes: number } | { readonly articleCount: number };
  readonly layout: Layout;
}

/** Writes articles into a file; memory does not grow with its size. */
export async function writeArticles(
  folder: string,
  texts: ExampleTexts,
  options: WriteOptions,
): Promise<TextsFile> {
  const { layout, seed, until, spamShare = 0 } = options;
  const { sizeBytes, articleCount: most } = {
    sizeBytes: Infinity,
    articleCount: Infinity,
    ...until,
  };
  const extension = layout === "jsonl" ? "jsonl" : "txt";
  const path = join(
    folder,
    `${layout}-${seed}-${spamShare}-${Object.values(until).join()}.${extension}`,
  );
  let articleCount = 0;
  await writeChunks(
    path,
    (function* () {
      let written = 0;
      for (const article of generateArticles(texts, options)) {
        const text =
          layout === "jsonl" ? formatArticle(article) : `${separated(article.text, layout)}\n`;
        yield text;
        articleCount++;
        written += Buffer.byteLength(text);
        if (written >= sizeBytes || articleCount >= most) return;
      }
    })(),
  );
  return { path, articleCount, sizeBytes: (await stat(path)).size };
}

function separated(text: string, layout: Layout): string {
  return layout === "paragraphs" ? text.replaceAll(/\n+/gu, "\n") : `${text}\n`;
}

/** Writes each article into a text file of its own, a thousand to a folder. */
export async function writeArticleFiles(
  folder: string,
  texts: ExampleTexts,
  options: GenerateOptions & { readonly sizeBytes: number },
): Promise<TextsFile> {
  const path = join(folder, `files-${options.seed}-${options.sizeBytes}`);
  let [articleCount, sizeBytes] = [0, 0];
  for (const { id, text } of generateArticles(texts, options)) {
    const group = join(path, String(Math.floor(articleCount / 1000)));
    if (articleCount % 1000 === 0) await mkdir(group, { recursive: true });
    await writeFile(join(group, `${id}.txt`), text);
    articleCount++;
    sizeBytes += Buffer.byteLength(text);
    if (sizeBytes >= options.sizeBytes) break;
  }
  return { path, sizeBytes, articleCount };
}

/** Writes pieces of text one after the other; they are gathered into larger ones on the way. */
export async function writeChunks(path: string, pieces: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(gathered(pieces)), createWriteStream(path));
}

function* gathered(pieces: Iterable<string>): Generator<string> {
  let held = "";
  for (const piece of pieces) {
    held += piece;
    if (held.length >= MEGABYTE) {
      yield held;
      held = "";
    }
  }
  if (held !== "") yield held;
}

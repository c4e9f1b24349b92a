import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { drawInteger, type Random, seededRandom } from "../../src/core/model/random.ts";
import { SEED } from "./bench.ts";

/** A paragraph, on one line, that other classifiers learn from. */
export interface TrainingParagraph {
  readonly label: "spam" | "ham";
  readonly text: string;
}

const Article = z.object({ paragraphs: z.array(z.string()), lang: z.string() });
const Piece = z.object({ text: z.string(), lang: z.string() });
const LANGUAGES = new Set(["id", "ms", "en"]);
const SPAM_SHARE = 0.2;

/** Where the paragraphs come from. */
export interface TrainingSource {
  /** For the reader of a table. */
  readonly name: string;
  readonly articles: readonly string[];
  readonly spam: readonly string[];
}

/** The texts that the counts of the model were made from, where this machine has them; else those in `data/seeds`. */
export function trainingSource(root: string): TrainingSource {
  const corpus = join(root, "..", "shared", "corpus", "train");
  if (existsSync(corpus)) {
    return {
      name: "the texts that the model's counts were made from",
      articles: [join(corpus, "articles.jsonl.gz")],
      spam: [join(corpus, "spam.jsonl.gz")],
    };
  }
  const seeds = (names: readonly string[]): string[] =>
    names.map((name) => join(root, "data", "seeds", `${name}.jsonl`));
  return {
    name: "data/seeds",
    articles: seeds(["ordinary", "news-about-gambling"]),
    spam: seeds(["spam-id", "spam-ms", "spam-en"]),
  };
}

/**
 * Draws paragraphs in Indonesian, Malay and English, in no order; the same ones each time. A fifth of them is spam, or more
 * where there are not enough others, or less where there is not enough spam.
 */
export async function drawTrainingParagraphs(
  source: TrainingSource,
  most: number,
): Promise<TrainingParagraph[]> {
  const random = seededRandom(SEED);
  const ham = await sample(hamOf(source), most - Math.round(most * SPAM_SHARE), random);
  const spam = await sample(spamOf(source), most - ham.length, random);
  const all: TrainingParagraph[] = [
    ...spam.map((text) => ({ label: "spam" as const, text })),
    ...ham.map((text) => ({ label: "ham" as const, text })),
  ];
  return sample(all, all.length, random);
}

async function* hamOf({ articles }: TrainingSource): AsyncGenerator<string> {
  for await (const row of readRows(articles, Article)) {
    if (LANGUAGES.has(row.lang)) yield* row.paragraphs.map(oneLine).filter(isText);
  }
}

async function* spamOf({ spam }: TrainingSource): AsyncGenerator<string> {
  for await (const { text, lang } of readRows(spam, Piece)) {
    const line = oneLine(text);
    if (LANGUAGES.has(lang) && isText(line)) yield line;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function isText(line: string): boolean {
  return line !== "";
}

async function* readRows<T>(paths: readonly string[], schema: z.ZodType<T>): AsyncGenerator<T> {
  for (const path of paths) {
    const bytes = createReadStream(path);
    const input = path.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
    for await (const line of createInterface({ input })) yield schema.parse(JSON.parse(line));
  }
}

/** Draws up to some elements of a stream, each as likely as any, in no order. */
async function sample<T>(
  stream: AsyncIterable<T> | Iterable<T>,
  most: number,
  random: Random,
): Promise<T[]> {
  const drawn: T[] = [];
  let seen = 0;
  for await (const element of stream) {
    // Vitter's reservoir, shuffled as it fills: a new element changes places with one that is there.
    const place = drawInteger(random, 0, seen);
    seen++;
    if (drawn.length < most) {
      const moved = drawn[place];
      if (moved !== undefined) drawn.push(moved);
      drawn[place] = element;
    } else if (place < most) {
      drawn[place] = element;
    }
  }
  return drawn;
}

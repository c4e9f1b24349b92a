import type { Article } from "../src/core/evaluate/compose.ts";
import { isHeldOut } from "../src/core/evaluate/by-source.ts";
import type { SpamRun } from "../src/core/evaluate/draw-spam.ts";
import type { LabelledDocument } from "../src/core/evaluate/labelled-document.ts";
import { measuredSource } from "../src/core/evaluate/measured-sources.ts";
import { seededRandom } from "../src/core/model/random.ts";
import { gzip } from "../src/io/gzip.ts";
import { runGather } from "../src/pipeline/run-gather.ts";
import type { Scratch } from "./scratch.ts";
import { toyArticles, toyNews, toyRuns, toySpam } from "./toy-texts.ts";

/** A site and an operator that are measured on, each with a word that stands nowhere else. */
export interface Measured {
  readonly site: string;
  readonly siteWord: string;
  readonly operator: string;
  readonly operatorWord: string;
}

/** The name of a source in a part of those that are left out together. */
function nameInPart(label: "article" | "spam", part: number): string {
  const names = Array.from({ length: 64 }, (_, index) => `ukur${"x".repeat(index)}`);
  const isIn = (name: string): boolean =>
    isHeldOut(measuredSource(name), label, { articles: [part], spam: [part] });
  return names.find(isIn) ?? "";
}

/** Two of each, of which one is known to the models that leave out the other. */
export const MEASURED: readonly [Measured, Measured] = [
  {
    site: nameInPart("article", 0),
    siteWord: "kelapa",
    operator: nameInPart("spam", 0),
    operatorWord: "rajaslot",
  },
  {
    site: nameInPart("article", 1),
    siteWord: "durian",
    operator: nameInPart("spam", 1),
    operatorWord: "ratuslot",
  },
];

/** Twelve articles of each measured site, with its word in every paragraph. */
export const measuredArticles: readonly Article[] = MEASURED.flatMap(({ site, siteWord }) => {
  const random = seededRandom(site.length);
  return Array.from({ length: 12 }, () => ({
    title: null,
    paragraphs: Array.from({ length: 4 }, () => `${toyNews(random, "id")} ${siteWord}`),
    lang: "id",
    kind: "news",
    source: site,
  }));
});

/** Six pages of each measured operator, with its word in every paragraph. */
export const measuredRuns: readonly SpamRun[] = MEASURED.flatMap(({ operator, operatorWord }) => {
  const random = seededRandom(100 + operator.length);
  return Array.from({ length: 6 }, (_, index) => ({
    pieces: Array.from({ length: 8 }, () => ({
      text: `${toySpam(random, "id")} ${operatorWord}`,
      kind: "paragraph",
    })),
    lang: "id",
    source: `${operator}/situs`,
    run: `halaman ${index}`,
  }));
});

/** A measured document: an article of one site with spam of one operator at its end. */
export function measuredDocument(site: Measured, operator: Measured, id: string): LabelledDocument {
  const article = measuredArticles.find(({ source }) => source === site.site);
  const page = measuredRuns.find(({ source }) => source === `${operator.operator}/situs`);
  const news = `${(article?.paragraphs ?? []).join("\n\n")}\n\n`;
  const spam = (page?.pieces ?? []).slice(2, 5).map(({ text }) => text);
  const text = news + spam.join("\n\n");
  const span = { start: news.length, end: text.length };
  return { id, text, lang: "id", slice: "tail", kind: "news", source: site.site, spam: [span] };
}

const packed = (rows: readonly object[]): Uint8Array =>
  gzip(Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join("")));

/** Writes a folder of texts as `tapis gather` reads it. */
export async function writeCorpus(
  scratch: Scratch,
  folder: string,
  articles: readonly Article[],
  runs: readonly SpamRun[],
): Promise<void> {
  const pieces = runs.flatMap(({ pieces: all, ...run }) =>
    all.map((piece) => ({ ...run, ...piece })),
  );
  await scratch.write(`${folder}/articles.jsonl.gz`, packed(articles));
  await scratch.write(`${folder}/spam.jsonl.gz`, packed(pieces));
}

/** Writes a corpus, one that is measured on as `measured`, and the training data of both as `data`. */
export async function gatherMeasured(scratch: Scratch): Promise<void> {
  await writeCorpus(scratch, "corpus", toyArticles(40), toyRuns(20));
  await writeCorpus(scratch, "measured", measuredArticles, measuredRuns);
  const files = (name: string) => [
    { path: scratch.at(`corpus/${name}`), source: "corpus" },
    { path: scratch.at(`measured/${name}`), source: "corpus", isMeasured: true },
  ];
  await runGather({
    files: { articles: files("articles.jsonl.gz"), spam: files("spam.jsonl.gz") },
    out: scratch.at("data"),
    documentCount: 60,
    onStep: () => {},
  });
}

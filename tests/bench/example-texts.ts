import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { parseLabelledDocument } from "../../src/core/evaluate/labelled-document.ts";
import { withoutSpans } from "../../src/core/clean/cut.ts";

/** An article without spam. */
export interface ExampleArticle {
  readonly lang: string;
  readonly kind: string;
  /** The title first, if it has one. */
  readonly paragraphs: readonly string[];
}

/** A spam page: its pieces in their order. */
export interface ExampleSpam {
  readonly lang: string;
  readonly pieces: readonly string[];
}

/** The words of one language that articles are written in, with how common each is. */
export interface Vocabulary {
  readonly lang: string;
  readonly words: readonly string[];
  /** For each word the number of paragraphs that hold it, and of those that hold a word before it, added up. */
  readonly sums: Float64Array;
}

/** The texts that this project brings, of which articles for measuring are made. */
export interface ExampleTexts {
  /** News, recipes and the like: the articles of `data/examples` that spam was injected into, without it. */
  readonly examples: readonly ExampleArticle[];
  /** Ordinary pages of `data/seeds`. */
  readonly ordinary: readonly ExampleArticle[];
  readonly spam: readonly ExampleSpam[];
  /** Words of five letters and more, as counted for `data/counts`. */
  readonly vocabularies: readonly Vocabulary[];
}

const Article = z.object({
  title: z.string().nullable(),
  paragraphs: z.array(z.string()),
  lang: z.string(),
  kind: z.string(),
});
const Piece = z.object({ text: z.string(), lang: z.string(), run: z.string() });

const LANGUAGES = ["id", "ms", "en"];
const LONG_WORD = /^(\p{Ll}{5,})\t(\d+)$/u;

/**
 * Reads the texts in `data/` of a checkout. Examples that were written to look like spam without being it, and those that
 * lost their paragraphs, are left out: ordinary articles are not like them.
 */
export async function readExampleTexts(root: string): Promise<ExampleTexts> {
  const read = (path: string): Promise<Buffer> => readFile(join(root, "data", path));
  const lines = async (path: string): Promise<string[]> =>
    (await read(path))
      .toString()
      .split("\n")
      .filter((line) => line !== "");
  const examples = (await lines("examples/documents.jsonl"))
    .map((line) => parseLabelledDocument(line, { place: "documents.jsonl", source: "examples" }))
    .filter(({ kind, slice, spam }) => {
      return kind !== "gambling-news" && slice !== "flattened" && spam.length > 0;
    })
    .map(({ text, spam, lang, kind }) => {
      const kept = withoutSpans(text, spam);
      return { lang, kind, paragraphs: kept.split(/\s*\n\s*/u).filter((line) => line !== "") };
    })
    .filter(({ paragraphs }) => paragraphs.length > 1);
  const ordinary = (await lines("seeds/ordinary.jsonl")).map((line) => {
    const { title, paragraphs, lang, kind } = Article.parse(JSON.parse(line));
    return { lang, kind, paragraphs: title === null ? paragraphs : [title, ...paragraphs] };
  });
  const runs = new Map<string, { lang: string; pieces: string[] }>();
  const vocabularies: Vocabulary[] = [];
  for (const name of LANGUAGES) {
    for (const line of await lines(`seeds/spam-${name}.jsonl`)) {
      const { text, lang, run } = Piece.parse(JSON.parse(line));
      const found = runs.get(run) ?? { lang, pieces: [] };
      runs.set(run, found);
      found.pieces.push(text);
    }
    const counts = gunzipSync(await read(`counts/ham-${name}.txt.gz`)).toString();
    vocabularies.push(parseVocabulary(name, counts));
  }
  return { examples, ordinary, spam: [...runs.values()], vocabularies };
}

function parseVocabulary(lang: string, counts: string): Vocabulary {
  const countByWord = new Map<string, number>();
  for (const line of counts.split("\n")) {
    const [, word, count] = LONG_WORD.exec(line) ?? [];
    if (word !== undefined) countByWord.set(word, (countByWord.get(word) ?? 0) + Number(count));
  }
  let sum = 0;
  const sums = Float64Array.from(countByWord.values(), (count) => (sum += count));
  return { lang, words: [...countByWord.keys()], sums };
}

import * as z from "zod/mini";
import { TapisError } from "../../errors.ts";
import { check } from "../check.ts";
import { foldedWords } from "../text/tokenize.ts";

/** What a paragraph is: `ham` is real text, `gambling-news` is real text about gambling, `spam` is injected. */
export type Label = "ham" | "gambling-news" | "spam";

/** Every label, in the order in which files hold them. */
export const LABELS: readonly ["ham", "gambling-news", "spam"] = ["ham", "gambling-news", "spam"];

/** Where the paragraphs of a table came from. */
export interface CountsOrigin {
  readonly label: Label;
  /** Language code, such as `id`, `ms`, `en`. */
  readonly lang: string;
  /** Name of the site, repository or file. */
  readonly source: string;
}

/** What the names of sources begin with whose texts were written for training. */
const WRITTEN = "seeds/";

/** Whether the texts of a source were written for training, rather than found. */
export function isWritten(source: string): boolean {
  return source.startsWith(WRITTEN);
}

/** In how many paragraphs of one label, language and source each word stands. */
export interface Counts extends CountsOrigin {
  /** Number of paragraphs counted. */
  readonly paragraphs: number;
  /** For each word the number of paragraphs that hold it at least once, at least 1. */
  readonly words: ReadonlyMap<string, number>;
}

const HEADER = z.strictObject({
  format: z.literal("tapis-counts"),
  version: z.literal(1),
  label: z.enum(LABELS),
  lang: z.string().check(z.minLength(1)),
  source: z.string(),
  paragraphs: z.int().check(z.minimum(1)),
});

const WHOLE_NUMBER = /^\d+$/;

/** Counts the words of paragraphs; a word counts once for each paragraph that holds it. */
export function countWords(paragraphs: Iterable<string>, origin: CountsOrigin): Counts {
  const words = new Map<string, number>();
  let count = 0;
  for (const paragraph of paragraphs) {
    count++;
    for (const word of new Set(foldedWords(paragraph))) {
      words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return { ...origin, paragraphs: count, words };
}

/**
 * Adds up the tables that have label, language and source in common: one table for each such origin, in order of first
 * appearance.
 */
export function mergeCounts(tables: Iterable<Counts>): Counts[] {
  const merged = new Map<
    string,
    { origin: CountsOrigin; paragraphs: number; words: Map<string, number> }
  >();
  for (const { label, lang, source, paragraphs, words } of tables) {
    const key = JSON.stringify([label, lang, source]);
    let sum = merged.get(key);
    if (sum === undefined) {
      sum = { origin: { label, lang, source }, paragraphs: 0, words: new Map() };
      merged.set(key, sum);
    }
    sum.paragraphs += paragraphs;
    for (const [word, count] of words) {
      sum.words.set(word, (sum.words.get(word) ?? 0) + count);
    }
  }
  return [...merged.values()].map(({ origin, paragraphs, words }) => ({
    ...origin,
    paragraphs,
    words,
  }));
}

/** Drops the words that stand in fewer than `least` paragraphs of all tables together. */
export function withoutRareWords(tables: readonly Counts[], least: number): Counts[] {
  const totals = new Map<string, number>();
  for (const { words } of tables) {
    for (const [word, count] of words) {
      totals.set(word, (totals.get(word) ?? 0) + count);
    }
  }
  return tables.map((table) => ({
    ...table,
    words: new Map([...table.words].filter(([word]) => (totals.get(word) ?? 0) >= least)),
  }));
}

/**
 * Writes tables as text, a blank line between them: for each a line of JSON that says what it is, then a word, a tab and its
 * count on a line each, in the order of the words' code units.
 */
export function formatCounts(tables: readonly Counts[]): string {
  return tables
    .map(({ label, lang, source, paragraphs, words }) => {
      const header = JSON.stringify({
        format: "tapis-counts",
        version: 1,
        label,
        lang,
        source,
        paragraphs,
      });
      const lines = [...words]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([word, count]) => `${word}\t${count}`);
      return `${[header, ...lines].join("\n")}\n`;
    })
    .join("\n");
}

/**
 * Reads what {@link formatCounts} wrote; `place` names the file in errors.
 *
 * @throws {TapisError} ERR_COUNTS_FORMAT with the line, when the text is not such tables.
 */
export function parseCounts(text: string, place: string): Counts[] {
  const tables: Counts[] = [];
  let words: Map<string, number> | undefined;
  let most = 0;
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    if (line === "") {
      words = undefined;
    } else if (words === undefined) {
      const { label, lang, source, paragraphs } = parseHeader(line, `${place}:${number}`);
      words = new Map();
      most = paragraphs;
      tables.push({ label, lang, source, paragraphs, words });
    } else {
      const tab = line.indexOf("\t");
      const count = WHOLE_NUMBER.test(line.slice(tab + 1)) ? Number(line.slice(tab + 1)) : 0;
      if (tab < 1 || count < 1 || count > most) {
        throw new TapisError(
          "ERR_COUNTS_FORMAT",
          `${place}:${number}: must be a word, a tab and a count from 1 to ${most}`,
        );
      }
      words.set(line.slice(0, tab), count);
    }
  }
  return tables;
}

function parseHeader(line: string, place: string): z.infer<typeof HEADER> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new TapisError("ERR_COUNTS_FORMAT", `${place}: is not the header of a table of counts`, {
      cause,
    });
  }
  const header = check(HEADER, value);
  if (!header.success) {
    throw new TapisError("ERR_COUNTS_FORMAT", `${place}: ${z.prettifyError(header.error)}`);
  }
  return header.data;
}

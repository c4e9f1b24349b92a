import { hashWord } from "../text/hash-word.ts";
import { foldedWords } from "../text/tokenize.ts";
import type { SpamRun } from "./draw-spam.ts";
import { operatorOf } from "./folds.ts";
import type { LabelledDocument } from "./labelled-document.ts";
import { ownNameOfMeasured } from "./measured-sources.ts";

/** Number of parts that the sources of articles are divided into, and again those of spam. */
const PART_COUNT = 2;

/** What is left out when a text is scored, in parts of the sources, ascending. */
export interface HeldOut {
  /** The parts of the sources of its article. */
  readonly articles: readonly number[];
  /** The parts of the operators of its spam. */
  readonly spam: readonly number[];
}

/** What is left out when documents of the same text are scored. */
export function mergeHeldOut(a: HeldOut, b: HeldOut): HeldOut {
  return {
    articles: ascending([...a.articles, ...b.articles]),
    spam: ascending([...a.spam, ...b.spam]),
  };
}

/** Each part once. */
function ascending(parts: readonly number[]): number[] {
  return [...new Set(parts)].toSorted((a, b) => a - b);
}

/**
 * Whether the articles of a source, or its spam, are left out: only what labelled documents are measured on ever is.
 *
 * @param source - As counts and evidence name it.
 */
export function isHeldOut(source: string, label: "article" | "spam", heldOut: HeldOut): boolean {
  const name = ownNameOfMeasured(source);
  if (name === undefined) {
    return false;
  }
  return label === "spam"
    ? heldOut.spam.includes(spamPart(name))
    : heldOut.articles.includes(articlePart(name));
}

/** Part of the source of an article; whole repositories are in one. */
function articlePart(source: string): number {
  return hashWord(`article ${source.split(":")[0] ?? source}`) % PART_COUNT;
}

/** Part of the source of a spam page; all pages of one operator are in one. */
function spamPart(source: string): number {
  return hashWord(`spam ${operatorOf(source)}`) % PART_COUNT;
}

/** Words in a row by which spam is known again. */
const RUN_LENGTH = 4;
/** Least share of a document's runs that must stand in a page of a source for that source to be in it. */
const LEAST_SHARE = 0.1;

/**
 * Finds out what must be left out to score a document: that of its article's source, and that of the sources of its spam,
 * which are known again by runs of words. A document with spam that stands in no page has all spam left out.
 */
export function findHeldOut(runs: readonly SpamRun[]): (document: LabelledDocument) => HeldOut {
  const sourcesByRun = new Map<string, Set<string>>();
  for (const { pieces, source } of runs) {
    for (const { text } of pieces) {
      for (const run of wordRuns(text)) {
        const sources = sourcesByRun.get(run) ?? new Set();
        sourcesByRun.set(run, sources.add(source));
      }
    }
  }
  return ({ text, source, spam }) => {
    const articles = [articlePart(source)];
    // A document without spam may be scored by any model that has not seen its article: here those of the first part.
    if (spam.length === 0) {
      return { articles, spam: [0] };
    }
    const found = spam.flatMap(({ start, end }) => wordRuns(text.slice(start, end)));
    const counts = new Map<string, number>();
    for (const run of found) {
      for (const ofRun of sourcesByRun.get(run) ?? []) {
        counts.set(ofRun, (counts.get(ofRun) ?? 0) + 1);
      }
    }
    const sources = [...counts].flatMap(([ofRun, count]) =>
      count >= LEAST_SHARE * found.length ? [ofRun] : [],
    );
    const isUnknown = sources.length === 0;
    const parts = isUnknown ? [...Array(PART_COUNT).keys()] : sources.map(spamPart);
    return { articles, spam: ascending(parts) };
  };
}

function wordRuns(text: string): string[] {
  const words = foldedWords(text);
  const count = Math.max(1, words.length - RUN_LENGTH + 1);
  return Array.from({ length: count }, (_, at) => words.slice(at, at + RUN_LENGTH).join(" "));
}

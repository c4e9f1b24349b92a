import { logAt, type WordTable } from "../model/word-table.ts";
import { trimmed } from "../text/segment.ts";
import type { Span } from "../text/span.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { cacheWeight } from "./caches.ts";
import { mostOf } from "./column.ts";
import { UNKNOWN_LOG } from "./document-words.ts";
import type { Unit } from "./units.ts";

/** Posterior from which a unit is held to be spam here; the user's threshold plays no part, so that it moves no boundary. */
const SPAM = 0.5;
/** Scale and limit of one word's log-odds: words of one text depend on each other. */
const WORD_SCALE = 0.5;
const WORD_LIMIT = 2;
/**
 * What speaks for a boundary at a sentence's end, after other punctuation, and before the last of some capitals in a row
 * (where a caption or a line of links ends, a sentence begins); and against one amid capitals: a name. In nats, chosen on
 * flattened documents composed of training texts.
 */
const AT_SENTENCE = 2;
const AFTER_MARK = 1.5;
const LAST_CAPITAL = 2;
const AMID_CAPITALS = 1;

/**
 * Moves the boundaries between kept and injected sentences of flattened text to where the words change.
 *
 * Text that lost its paragraph breaks often lost the full stop with them: a caption, a heading or a list of links runs on
 * into the spam. Where the verdict changes between two sentences, every capital, digit or mark after white space in both of
 * them is a possible boundary; the best one has the words of spam on its one side and those of the article on the other.
 *
 * Returns units as many as given, in the same order; only ends and starts within flattened paragraphs differ. Where none does,
 * returns those that were given.
 */
export function moveBoundaries(
  text: string,
  units: readonly Unit[],
  posteriors: Float64Array,
  table: WordTable,
): readonly Unit[] {
  if (mostOf(posteriors) < SPAM) {
    return units;
  }
  const isSpam = Array.from(posteriors, (posterior) => posterior >= SPAM);
  const changes = units.flatMap((unit, i) => {
    const before = units[i - 1];
    const isWithin =
      unit.isSentence && before?.isSentence === true && before.paragraph === unit.paragraph;
    return isWithin && isSpam[i] !== isSpam[i - 1] ? [i] : [];
  });
  if (changes.length === 0) {
    return units;
  }
  const tokens = units.map(({ span }) => tokenize(text, span.start, span.end));
  const unitWords = tokens.map((ofUnit) => new Set(ofUnit.map((token) => token.text)));
  const caches = countCaches(unitWords, isSpam);
  const none: ReadonlySet<string> = new Set();
  const moved = [...units];
  let hasMoved = false;
  for (const i of changes) {
    const [before, after] = [moved[i - 1], moved[i]];
    if (before === undefined || after === undefined) {
      continue;
    }
    const [wordsBefore, wordsAfter] = [unitWords[i - 1] ?? none, unitWords[i] ?? none];
    const wordOdds = wordOddsWithout(
      isSpam[i] === true ? [wordsAfter, wordsBefore] : [wordsBefore, wordsAfter],
      caches,
      table,
    );
    const direction = isSpam[i] === true ? 1 : -1;
    const at = bestBoundary(
      text,
      tokens[i - 1] ?? [],
      tokens[i] ?? [],
      after.span.start,
      (token) => direction * wordOdds(token),
    );
    const left = trimmed(text, before.span.start, at);
    const right = trimmed(text, at, after.span.end);
    if (left !== undefined && right !== undefined) {
      moved[i - 1] = { ...before, span: left };
      moved[i] = { ...after, span: right };
      hasMoved ||= right.start !== after.span.start;
    }
  }
  return hasMoved ? moved : units;
}

/** In how many units of each label each word stands. */
interface Caches {
  readonly spam: ReadonlyMap<string, number>;
  readonly ham: ReadonlyMap<string, number>;
  readonly sizes: { readonly spam: number; readonly ham: number };
}

function countCaches(
  unitWords: readonly ReadonlySet<string>[],
  isSpam: readonly boolean[],
): Caches {
  const caches = { spam: new Map<string, number>(), ham: new Map<string, number>() };
  const sizes = { spam: 0, ham: 0 };
  unitWords.forEach((words, unit) => {
    const label = isSpam[unit] === true ? "spam" : "ham";
    sizes[label]++;
    for (const word of words) {
      caches[label].set(word, (caches[label].get(word) ?? 0) + 1);
    }
  });
  return { ...caches, sizes };
}

/**
 * Log-odds of single words by the model and the caches of all units but the two beside the boundary before a unit, of which
 * one is spam and one is not.
 */
function wordOddsWithout(
  [spamUnit, hamUnit]: readonly [ReadonlySet<string>, ReadonlySet<string>],
  caches: Caches,
  table: WordTable,
): (token: Token) => number {
  const mixed = (label: "spam" | "ham", word: string, log: number): number => {
    const size = caches.sizes[label] - 1;
    const own = (label === "spam" ? spamUnit : hamUnit).has(word) ? 1 : 0;
    const share = ((caches[label].get(word) ?? 0) - own) / Math.max(1, size);
    const weight = cacheWeight(size);
    return (1 - weight) * Math.exp(log) + weight * share;
  };
  return ({ text }) => {
    const index = table.find(text);
    const spam = mixed("spam", text, index < 0 ? UNKNOWN_LOG : logAt(table.spam, index));
    const ham = mixed("ham", text, index < 0 ? UNKNOWN_LOG : logAt(table.ham, index));
    return Math.max(-WORD_LIMIT, Math.min(WORD_LIMIT, WORD_SCALE * Math.log(spam / ham)));
  };
}

/** The index of the text at which the words after it gain most, and those before it lose most, of `wordOdds`. */
function bestBoundary(
  text: string,
  left: readonly Token[],
  right: readonly Token[],
  sentenceStart: number,
  wordOdds: (token: Token) => number,
): number {
  const region = [...left, ...right];
  const odds = region.map(wordOdds);
  let after = odds.reduce((sum, value) => sum + value, 0);
  let best = { score: Number.NEGATIVE_INFINITY, at: sentenceStart };
  region.forEach((token, index) => {
    const isSentence = index === left.length;
    const bonus = isSentence
      ? AT_SENTENCE
      : boundaryBonus(text, token, region[index - 1], region[index + 1]);
    // The words after a boundary there, less those before it: twice those after it, less the sum, which is the same for all.
    const score = bonus === undefined ? Number.NEGATIVE_INFINITY : 2 * after + bonus;
    if (score > best.score) {
      best = { score, at: isSentence ? sentenceStart : startWithMarks(text, token) };
    }
    after -= odds[index] ?? 0;
  });
  return best.at;
}

/** What the looks of the text say for a boundary before a token, in nats; undefined where none can be. */
function boundaryBonus(
  text: string,
  token: Token,
  before: Token | undefined,
  next: Token | undefined,
): number | undefined {
  const gap = before === undefined ? "" : text.slice(before.end, token.start);
  if (!/\s/u.test(gap)) {
    return undefined;
  }
  const starts = (other: Token | undefined, pattern: RegExp): boolean =>
    other !== undefined && pattern.test(text.slice(other.start, other.start + 2));
  const isCapital = starts(token, /^[\p{Lu}\p{N}]/u);
  if (/^[.!?…:;)\]"”|—–*]+\s/u.test(gap)) {
    return isCapital || /^[.!?…]/u.test(gap) ? AFTER_MARK : undefined;
  }
  if (!isCapital) {
    return undefined;
  }
  if (!starts(before, /^\p{Lu}/u)) {
    return 0;
  }
  return starts(next, /^\p{Ll}/u) ? LAST_CAPITAL : -AMID_CAPITALS;
}

/** Start of a token with the opening marks before it. */
function startWithMarks(text: string, { start }: Span): number {
  let at = start;
  while (at > 0 && /[^\p{L}\p{N}\s]/u.test(text.charAt(at - 1))) {
    at--;
  }
  return at;
}

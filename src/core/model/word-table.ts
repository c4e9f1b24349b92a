import { hashWord } from "../text/hash-word.ts";
import type { Label } from "./counts.ts";
import { type LabelCounts, logLikelihoods } from "./naive-bayes.ts";
import { NO_TOPICS, type TopicSpace, type TopicVectors } from "./topic-space.ts";
import { wordFinder } from "./word-finder.ts";

/** The words that a model knows, with what each says about a paragraph's label. */
export interface WordTable {
  /** Number of words. */
  readonly size: number;
  /** Index of a folded word (see `tokenize`), or −1 when the model does not know it. */
  readonly find: (word: string) => number;
  /** The same by the word's hash (see `hashWord`). */
  readonly findHash: (hash: number) => number;
  /** ln P(word | ham), one per word, in thousandths of a nat. */
  readonly ham: Int16Array;
  /** ln P(word | gambling news), likewise. */
  readonly gamblingNews: Int16Array;
  /** ln P(word | spam), likewise. */
  readonly spam: Int16Array;
  /** Hash of each word, ascending in the words with a vector and again in the others. */
  readonly hashes: Uint32Array;
  /** What the words are about: vectors of the first of them. */
  readonly topics: TopicSpace;
  /** The words in the order of their indices; made when asked for. */
  readonly words: () => readonly string[];
}

/** A table as a model file holds it. */
export type StoredWordTable = Omit<WordTable, "size" | "find" | "findHash">;

/** Logarithms are kept in thousandths of a nat. */
const LOG_SCALE = 1000;

/** Logarithms beyond ±32.767 nats are kept as that. */
const MAX_LOG = 32_767;

/** A logarithm of a word table, in nats, to a thousandth; of no word 0. */
export function logAt(logs: Int16Array, index: number): number {
  return Math.fround((logs[index] ?? 0) / LOG_SCALE);
}

/** Additive smoothing for counts pooled to some thousands of paragraphs; cross-validated by source. */
const SMOOTHING = 0.1;

/** Makes the table of a naive Bayes model from counts, and of what the words are about. */
export function trainWordTable(
  counts: LabelCounts<Label>,
  topics: TopicVectors = NO_TOPICS,
): WordTable {
  const logs = {
    ham: logLikelihoods(counts, "ham", SMOOTHING),
    gamblingNews: logLikelihoods(counts, "gambling-news", SMOOTHING),
    spam: logLikelihoods(counts, "spam", SMOOTHING),
  };
  return makeWordTable(counts.words, logs, topics);
}

/** Logarithms of the words' probabilities under each label, one per word, in nats. */
interface WordLogs {
  readonly ham: Float64Array;
  readonly gamblingNews: Float64Array;
  readonly spam: Float64Array;
}

/**
 * Makes a table of words and what each says; those with a vector come first, and words are in the order of their hashes. Of
 * words whose hashes collide the first stays.
 */
export function makeWordTable(
  allWords: readonly string[],
  logs: WordLogs,
  topics: TopicVectors = NO_TOPICS,
): WordTable {
  const rowByWord = new Map(topics.words.map((word, row) => [word, row]));
  const seen = new Set<number>();
  const distinct = allWords.flatMap((word, index) => {
    const hash = hashWord(word);
    const isNew = !seen.has(hash);
    seen.add(hash);
    return isNew ? [{ word, index, hash, row: rowByWord.get(word) ?? -1 }] : [];
  });
  const sorted = distinct.toSorted((a, b) => a.hash - b.hash);
  const withVector = sorted.filter(({ row }) => row >= 0);
  const kept = [...withVector, ...sorted.filter(({ row }) => row < 0)];
  const pick = (column: Float64Array): Int16Array =>
    Int16Array.from(kept, ({ index }) => roundLog(column[index] ?? 0));
  const words = kept.map(({ word }) => word);
  const codes = rowsOf(topics, withVector);
  return storedWordTable({
    ham: pick(logs.ham),
    gamblingNews: pick(logs.gamblingNews),
    spam: pick(logs.spam),
    hashes: Uint32Array.from(kept, ({ hash }) => hash),
    topics: { dimensions: topics.dimensions, size: withVector.length, codes: () => codes },
    words: () => words,
  });
}

function roundLog(log: number): number {
  return Math.max(-MAX_LOG, Math.min(MAX_LOG, Math.round(log * LOG_SCALE)));
}

function rowsOf(
  { dimensions, codes }: TopicVectors,
  words: readonly { readonly row: number }[],
): Int8Array {
  const picked = new Int8Array(words.length * dimensions);
  words.forEach(({ row }, index) => {
    picked.set(codes.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
  });
  return picked;
}

/**
 * The table that a model file holds, and how to find its words.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when the words are in another order than that of their hashes.
 */
export function storedWordTable(stored: StoredWordTable): WordTable {
  const findHash = wordFinder(stored.hashes, stored.topics.size);
  return {
    ...stored,
    size: stored.hashes.length,
    findHash,
    find: (word) => findHash(hashWord(word)),
  };
}

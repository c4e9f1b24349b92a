import { hashWord } from "../text/hash-word.ts";
import type { Label } from "./counts.ts";
import { type LabelCounts, logLikelihoods } from "./naive-bayes.ts";
import { NO_TOPICS, type TopicSpace, type TopicVectors } from "./topic-space.ts";

/** The words that a model knows, with what each says about a paragraph's label. */
export interface WordTable {
  /** Number of words. */
  readonly size: number;
  /** Index of a folded word (see `tokenize`), or −1 when the model does not know it. */
  readonly find: (word: string) => number;
  /** The same by the word's hash (see `hashWord`). */
  readonly findHash: (hash: number) => number;
  /** ln P(word | ham), one per word. */
  readonly ham: Float32Array;
  /** ln P(word | gambling news), one per word. */
  readonly gamblingNews: Float32Array;
  /** ln P(word | spam), one per word. */
  readonly spam: Float32Array;
  /** Hash of each word. */
  readonly hashes: Uint32Array;
  /** What the words are about: vectors of the first of them. */
  readonly topics: TopicSpace;
  /** The words in the order of their indices; made when asked for. */
  readonly words: () => readonly string[];
}

/** A table as a model file holds it. */
export interface StoredWordTable {
  /** The words as UTF-8, with line feeds between them. */
  readonly text: Uint8Array;
  readonly hashes: Uint32Array;
  readonly ham: Float32Array;
  readonly gamblingNews: Float32Array;
  readonly spam: Float32Array;
  readonly topics: TopicSpace;
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
 * Makes a table of words and what each says; those with a vector come first. Of words whose hashes collide the first
 * stays.
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
  const withVector = distinct.filter(({ row }) => row >= 0);
  const kept = [...withVector, ...distinct.filter(({ row }) => row < 0)];
  const pick = (column: Float64Array): Float32Array =>
    Float32Array.from(kept, ({ index }) => column[index] ?? 0);
  const words = kept.map(({ word }) => word);
  const hashes = Uint32Array.from(kept, ({ hash }) => hash);
  return {
    size: kept.length,
    ...findersOf(hashes),
    ham: pick(logs.ham),
    gamblingNews: pick(logs.gamblingNews),
    spam: pick(logs.spam),
    hashes,
    topics: {
      dimensions: topics.dimensions,
      size: withVector.length,
      codes: rowsOf(topics, withVector),
    },
    words: () => words,
  };
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

/** The table that a model file holds; its words are decoded only when asked for. */
export function storedWordTable(stored: StoredWordTable): WordTable {
  const { text, ...columns } = stored;
  return {
    ...columns,
    size: stored.hashes.length,
    ...findersOf(stored.hashes),
    words: () => (text.length === 0 ? [] : new TextDecoder().decode(text).split("\n")),
  };
}

/** Words that get their slots in one call. */
const BLOCK = 1024;

/** In blocks: what is called again and again is compiled sooner than one long loop. */
function fillSlots(slots: Uint32Array, hashes: Uint32Array, start: number): void {
  const mask = slots.length - 1;
  const end = Math.min(hashes.length, start + BLOCK);
  for (let index = start; index < end; index++) {
    let slot = (hashes[index] ?? 0) & mask;
    while (slots[slot] !== 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = index + 1;
  }
}

/** Looks words up by their hashes: open addressing in a table at most half full. */
function findersOf(hashes: Uint32Array): Pick<WordTable, "find" | "findHash"> {
  let capacity = 16;
  while (capacity < hashes.length * 2) {
    capacity *= 2;
  }
  const mask = capacity - 1;
  const slots = new Uint32Array(capacity);
  for (let start = 0; start < hashes.length; start += BLOCK) {
    fillSlots(slots, hashes, start);
  }
  const findHash = (hash: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? 0;
      if (entry === 0 || hashes[entry - 1] === hash) {
        return entry - 1;
      }
    }
  };
  return { find: (word) => findHash(hashWord(word)), findHash };
}

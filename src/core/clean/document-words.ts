import type { WordTable } from "../model/word-table.ts";
import { BRAND, DISGUISED, hashWords, WordHashes } from "../text/hash-words.ts";
import type { Unit } from "./units.ts";

/** The distinct words of a document, numbered from 0, with what the model knows of each. */
export interface DocumentWords {
  /** Number of distinct words in the document. */
  readonly size: number;
  /** ln P(word | spam); {@link UNKNOWN_LOG} for a word that the model does not know. */
  readonly spam: Float64Array;
  /** ln P(word | ham); {@link UNKNOWN_LOG} for an unknown word. */
  readonly ham: Float64Array;
  /** ln P(word | gambling news); {@link UNKNOWN_LOG} for an unknown word. */
  readonly gamblingNews: Float64Array;
  /** Inverse document frequency, in nats: how rare the word is in ham; {@link UNKNOWN_IDF} for an unknown word. */
  readonly idf: Float64Array;
  /** Index of each word in the word table, or −1 for an unknown one. */
  readonly indices: Int32Array;
  /** 1 for each word that the model knows. */
  readonly known: Uint8Array;
  /** One per unit, in document order. */
  readonly units: readonly UnitWords[];
}

/** The words of one unit. */
export interface UnitWords {
  /** Numbers of its distinct words. */
  readonly words: Int32Array;
  /** Number of words, repetitions included. */
  readonly tokenCount: number;
  /** Number of words that stood there in disguise. */
  readonly disguisedCount: number;
  /** Numbers of the words that look like a betting brand, letters with a few digits behind them, as often as they stand. */
  readonly brands: readonly number[];
}

/**
 * ln P(word | label) of a word that the model does not know, the same for each label: the word itself says nothing, only
 * who else in the document uses it. A little below the rarest known word.
 */
export const UNKNOWN_LOG = -11;

/** Inverse document frequency of a word that the model does not know, in nats. */
const UNKNOWN_IDF = 12;

/** Numbers the distinct words of a document and looks them up. Words are the same when their hashes are. */
export function documentWords(
  text: string,
  units: readonly Unit[],
  table: WordTable,
): DocumentWords {
  const all = new WordHashes((text.length >> 2) + 16);
  const ends = units.map(({ span }) => {
    hashWords(text, span.start, span.end, all);
    return all.count;
  });
  const numbering = new WordNumbering(all.count);
  const inUnits = new Int32Array(all.count);
  let filled = 0;
  const unitWords = ends.map((end, unit): UnitWords => {
    const start = ends[unit - 1] ?? 0;
    const first = filled;
    let disguisedCount = 0;
    const brands: number[] = [];
    for (let at = start; at < end; at++) {
      const number = numbering.numberOf(all.hashes[at] ?? 0);
      if (numbering.lastUnits[number] !== unit + 1) {
        numbering.lastUnits[number] = unit + 1;
        inUnits[filled++] = number;
      }
      const flags = all.flags[at] ?? 0;
      if (flags !== 0) {
        disguisedCount += flags & DISGUISED;
        if ((flags & BRAND) !== 0) brands.push(number);
      }
    }
    const words = inUnits.subarray(first, filled);
    return { words, tokenCount: end - start, disguisedCount, brands };
  });
  return { ...lookUp(numbering.hashes.subarray(0, numbering.size), table), units: unitWords };
}

/** Numbers hashes in the order in which they are first met: open addressing in a table at most half full. */
class WordNumbering {
  /** Number of distinct hashes. */
  size = 0;
  /** The distinct hashes by their numbers; only the first `size` are in use. */
  readonly hashes: Uint32Array;
  /** One more than the last unit in which each was met. */
  readonly lastUnits: Int32Array;
  readonly #slots: Int32Array;

  constructor(most: number) {
    this.hashes = new Uint32Array(most);
    this.lastUnits = new Int32Array(most);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  numberOf(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] ?? 0;
      if (entry === 0) {
        this.hashes[this.size] = hash;
        this.#slots[slot] = ++this.size;
        return this.size - 1;
      }
      if (this.hashes[entry - 1] === hash) {
        return entry - 1;
      }
    }
  }
}

function lookUp(hashes: Uint32Array, table: WordTable): Omit<DocumentWords, "units"> {
  const size = hashes.length;
  const column = (): Float64Array => new Float64Array(size);
  const [spam, ham, gamblingNews, idf] = [column(), column(), column(), column()];
  const indices = new Int32Array(size);
  const known = new Uint8Array(size);
  for (let word = 0; word < size; word++) {
    const index = table.findHash(hashes[word] ?? 0);
    const isKnown = index >= 0;
    indices[word] = index;
    known[word] = isKnown ? 1 : 0;
    spam[word] = isKnown ? (table.spam[index] ?? 0) : UNKNOWN_LOG;
    gamblingNews[word] = isKnown ? (table.gamblingNews[index] ?? 0) : UNKNOWN_LOG;
    const hamLog = isKnown ? (table.ham[index] ?? 0) : UNKNOWN_LOG;
    ham[word] = hamLog;
    idf[word] = isKnown ? Math.max(0.01, -hamLog) : UNKNOWN_IDF;
  }
  return { size, spam, ham, gamblingNews, idf, indices, known };
}

import { logAt, type WordTable } from "../model/word-table.ts";
import { BRAND, DISGUISED, hashWords, WordHashes } from "../text/hash-words.ts";
import { columnsOf } from "./column.ts";
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
  const { numbers, hashes } = numberHashes(all.hashes, all.count);
  // One more than the last unit in which each word was met.
  const lastUnits = new Int32Array(hashes.length);
  let filled = 0;
  const unitWords = ends.map((end, unit): UnitWords => {
    const start = ends[unit - 1] ?? 0;
    const first = filled;
    const brands: number[] = [];
    let disguisedCount = 0;
    for (let at = start; at < end; at++) {
      const number = numbers[at] ?? 0;
      const flags = all.flags[at] ?? 0;
      if (lastUnits[number] !== unit + 1) {
        lastUnits[number] = unit + 1;
        // Never ahead of what is still to be read.
        numbers[filled++] = number;
      }
      if (flags !== 0) {
        disguisedCount += flags & DISGUISED;
        if ((flags & BRAND) !== 0) brands.push(number);
      }
    }
    const words = numbers.subarray(first, filled);
    return { words, tokenCount: end - start, disguisedCount, brands };
  });
  return lookUp(hashes, unitWords, table);
}

/** Numbers the first `count` hashes in the order in which they are first met: open addressing in a table at most half full. */
function numberHashes(
  all: Uint32Array,
  count: number,
): { readonly numbers: Int32Array; readonly hashes: Uint32Array } {
  const numbers = new Int32Array(count);
  const hashes = new Uint32Array(count);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  const mask = slots.length - 1;
  let size = 0;
  for (let at = 0; at < count; at++) {
    const hash = all[at] ?? 0;
    let slot = hash & mask;
    let entry = slots[slot] ?? 0;
    while (entry !== 0 && hashes[entry - 1] !== hash) {
      slot = (slot + 1) & mask;
      entry = slots[slot] ?? 0;
    }
    if (entry === 0) {
      hashes[size++] = hash;
      slots[slot] = size;
      entry = size;
    }
    numbers[at] = entry - 1;
  }
  return { numbers, hashes: hashes.subarray(0, size) };
}

function lookUp(hashes: Uint32Array, units: readonly UnitWords[], table: WordTable): DocumentWords {
  const size = hashes.length;
  const column = columnsOf(size, 4);
  const [spam, ham, gamblingNews, idf] = [column(), column(), column(), column()];
  const indices = new Int32Array(size);
  const known = new Uint8Array(size);
  for (let word = 0; word < size; word++) {
    const index = table.findHash(hashes[word] ?? 0);
    const isKnown = index >= 0;
    indices[word] = index;
    known[word] = isKnown ? 1 : 0;
    const hamLog = isKnown ? logAt(table.ham, index) : UNKNOWN_LOG;
    ham[word] = hamLog;
    gamblingNews[word] = isKnown ? logAt(table.gamblingNews, index) : UNKNOWN_LOG;
    spam[word] = isKnown ? logAt(table.spam, index) : UNKNOWN_LOG;
    idf[word] = isKnown ? Math.max(0.01, -hamLog) : UNKNOWN_IDF;
  }
  return { size, spam, ham, gamblingNews, idf, indices, known, units };
}

import type { WordTable } from "../model/word-table.ts";
import { tokenize } from "../text/tokenize.ts";
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

/** Letters followed by two to four digits, or by a digit and `d`: `abc88`, `abc4d` (digit runs are folded to their length). */
const BRAND = /^\p{L}{3,}(?:#[234]|#1d)$/u;

/** Numbers the distinct words of a document and looks them up. */
export function documentWords(
  text: string,
  units: readonly Unit[],
  table: WordTable,
): DocumentWords {
  const numberByWord = new Map<string, number>();
  const indices: number[] = [];
  const isBrand: boolean[] = [];
  const unitWords = units.map(({ span }): UnitWords => {
    const words = new Set<number>();
    const tokens = tokenize(text, span.start, span.end);
    let disguisedCount = 0;
    const brands: number[] = [];
    for (const token of tokens) {
      let number = numberByWord.get(token.text);
      if (number === undefined) {
        number = numberByWord.size;
        numberByWord.set(token.text, number);
        indices.push(table.find(token.text));
        isBrand.push(BRAND.test(token.text));
      }
      words.add(number);
      disguisedCount += token.isDisguised ? 1 : 0;
      if (isBrand[number] === true) {
        brands.push(number);
      }
    }
    return { words: Int32Array.from(words), tokenCount: tokens.length, disguisedCount, brands };
  });
  const logs = (of: Float32Array): Float64Array =>
    Float64Array.from(indices, (index) => (index < 0 ? UNKNOWN_LOG : (of[index] ?? UNKNOWN_LOG)));
  const ham = logs(table.ham);
  return {
    size: indices.length,
    spam: logs(table.spam),
    ham,
    idf: ham.map((log, word) => ((indices[word] ?? -1) < 0 ? UNKNOWN_IDF : Math.max(0.01, -log))),
    gamblingNews: logs(table.gamblingNews),
    indices: Int32Array.from(indices),
    known: Uint8Array.from(indices, (index) => (index < 0 ? 0 : 1)),
    units: unitWords,
  };
}

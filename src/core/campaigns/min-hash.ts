import { foldedWords } from "../text/tokenize.ts";
import { finishHash, hashWord } from "../text/hash-word.ts";

/** Words in a row that make a shingle. */
const SHINGLE_WORDS = 2;

/** Numbers in a signature. */
export const SIGNATURE_LENGTH = 60;

const SHINGLE_START = 0x9e3779b9;

/**
 * The signature of a text: texts that share much have many numbers in common, in the mean the share of their shingles that both of
 * them have. Words are folded, so that disguises do not matter. Undefined for a text without words.
 *
 * Source: Broder, *On the resemblance and containment of documents* (1997), §4, with one mixing function per number in the place of
 * permutations.
 */
export function signatureOf(text: string): Uint32Array | undefined {
  const words = foldedWords(text).map(hashWord);
  if (words.length === 0) return undefined;
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  const last = Math.max(0, words.length - SHINGLE_WORDS);
  for (let first = 0; first <= last; first += 1) {
    let shingle = SHINGLE_START;
    for (const word of words.slice(first, first + SHINGLE_WORDS)) {
      shingle = Math.imul(shingle ^ word, 0x85ebca6b) ^ (shingle >>> 13);
    }
    for (let index = 0; index < SIGNATURE_LENGTH; index += 1) {
      const hash = mixed(shingle, index);
      if (hash < (signature[index] ?? 0)) signature[index] = hash;
    }
  }
  return signature;
}

/** Share of the numbers that two signatures have in common, in [0, 1]: about that of their shingles. */
export function resemblance(one: Uint32Array, other: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < one.length; index += 1) {
    if (one[index] === other[index]) equal += 1;
  }
  return equal / one.length;
}

/** A number for a shingle that is another one for each index. */
function mixed(shingle: number, index: number): number {
  return finishHash(shingle ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
}

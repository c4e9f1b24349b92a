/** What the hash of a word begins with. */
export const HASH_START = 0x811c9dc5;

/** A hash with one more UTF-16 code unit in it: one step of FNV-1a (Fowler, Noll and Vo). */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * The hash of a word all of whose code units are in, as a signed number: the finalizer of MurmurHash3, since FNV's low bits
 * alone spread short words badly.
 */
export function finishHash(units: number): number {
  let hash = Math.imul(units ^ (units >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Hash of a word over its UTF-16 code units, 32 bits. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let index = 0; index < word.length; index++) {
    hash = hashUnit(hash, word.charCodeAt(index));
  }
  return finishHash(hash) >>> 0;
}

/** Vectors of words in a space of topics: words that stand in the same texts point the same way. */
export interface TopicVectors {
  /** Number of dimensions of the space. */
  readonly dimensions: number;
  /** The words that have a vector. */
  readonly words: readonly string[];
  /** For each word its vector, one number per dimension, as codes (see {@link decodeTopic}). */
  readonly codes: Int8Array;
}

/** The vectors of the first words of a word table, in its order. */
export interface TopicSpace {
  /** Number of dimensions of the space. */
  readonly dimensions: number;
  /** Number of words that have a vector. */
  readonly size: number;
  /** `size` vectors of `dimensions` codes, one after the other; read when asked for. */
  readonly codes: () => Int8Array;
}

/** No word has a vector: a model that knows nothing of topics. */
export const NO_TOPICS: TopicVectors = { dimensions: 0, words: [], codes: new Int8Array(0) };

/** Largest number that has a code of its own, in either direction; few are beyond it. */
const MOST = 0.25;
const MAX_CODE = 127;

/**
 * Code of a number, from −127 to 127. Squares of the codes are evenly spaced rather than the codes: most numbers are
 * small, and the small ones need the finer steps.
 */
export function encodeTopic(value: number): number {
  const size = Math.sqrt(Math.min(1, Math.abs(value) / MOST));
  return Math.sign(value) * Math.round(MAX_CODE * size);
}

/** The number that a code stands for. */
export function decodeTopic(code: number): number {
  return (MOST * code * Math.abs(code)) / (MAX_CODE * MAX_CODE);
}

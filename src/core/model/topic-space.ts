import { z } from "zod";
import { TapisError } from "../../errors.ts";
import { joinHeaded, splitHeaded } from "./headed-bytes.ts";

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
  /** `size` vectors of `dimensions` codes, one after the other. */
  readonly codes: Int8Array;
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

const HEADER = z.strictObject({
  format: z.literal("tapis-topics"),
  version: z.literal(1),
  dimensions: z.int().min(0).max(1024),
  words: z.array(z.string()),
});

/** Packs vectors: a line of JSON with the words, then a byte for each code. */
export function formatTopics({ dimensions, words, codes }: TopicVectors): Uint8Array<ArrayBuffer> {
  return joinHeaded({ format: "tapis-topics", version: 1, dimensions, words }, [codes]);
}

/**
 * Unpacks what {@link formatTopics} packed; `place` names the file in errors.
 *
 * @throws {TapisError} ERR_TOPICS_FORMAT when the bytes are not such vectors.
 */
export function parseTopics(bytes: Uint8Array, place: string): TopicVectors {
  const format = { code: "ERR_TOPICS_FORMAT", place, content: "packed topics" } as const;
  const { header, body } = splitHeaded(bytes, HEADER, format);
  const { dimensions, words } = header;
  const codes = Int8Array.from(body, (byte) => (byte << 24) >> 24);
  if (codes.length !== dimensions * words.length) {
    throw new TapisError(
      "ERR_TOPICS_FORMAT",
      `${place}: holds another number of bytes than its header says`,
    );
  }
  return { dimensions, words, codes };
}

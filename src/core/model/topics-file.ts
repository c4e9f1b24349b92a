import * as z from "zod/mini";
import { TapisError } from "../../errors.ts";
import { joinHeaded, splitHeaded } from "./headed-bytes.ts";
import type { TopicVectors } from "./topic-space.ts";

const HEADER = z.strictObject({
  format: z.literal("tapis-topics"),
  version: z.literal(1),
  dimensions: z.int().check(z.minimum(0), z.maximum(1024)),
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

import { FILE_START } from "./block.ts";
import { lineBlocks } from "./line-blocks.ts";
import { lineSpans } from "./line-spans.ts";

/**
 * The lines of a stream of bytes, each with its line feed; the last one may have none. A carriage
 * return is part of its line.
 *
 * However the stream is cut into chunks, the lines are the same. Memory is bounded by one line and
 * one chunk.
 *
 * @param name - Name of the stream, for messages.
 * @throws {TapisError} ERR_INPUT_READ when a line has more bytes than a string may have characters
 *   (about 512 MB).
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of lineBlocks(chunks, { name, start: FILE_START })) {
    for (const { start, end } of lineSpans(bytes)) yield bytes.subarray(start, end);
  }
}

import { constants } from "node:buffer";
import { TapisError } from "../errors.ts";
import { countLineFeeds } from "./count-line-feeds.ts";

const LINE_FEED = 10;

/** Whole lines of a stream, one behind the other as they stood there. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  /** Number of the first line, from 1. */
  readonly firstLine: number;
}

/**
 * The lines of a stream of bytes, many at a time: each chunk gives the lines that end in it. The last line of the stream may
 * have no line feed.
 *
 * A block is about as long as the chunks are; a line that is longer than a chunk makes a longer block. All blocks together are
 * the stream, however that is cut into chunks. Memory is bounded by one line and one chunk.
 *
 * @param name - Name of the stream, for messages.
 * @throws {TapisError} ERR_INPUT_READ when a line has more bytes than a string may have characters (about 512 MB).
 */
export async function* readBlocks(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<LineBlock> {
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let firstLine = 1;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const lines = chunk.subarray(0, end);
      const bytes = pending.length === 0 ? lines : Buffer.concat([...pending, lines]);
      yield { bytes, firstLine };
      firstLine += countLineFeeds(bytes);
      pending = [];
      pendingBytes = 0;
    }
    if (end < chunk.length) pending.push(chunk.subarray(end));
    pendingBytes += chunk.length - end;
    if (pendingBytes > constants.MAX_STRING_LENGTH) {
      const message = `${name}:${firstLine}: the line is too long to be read`;
      throw new TapisError("ERR_INPUT_READ", message);
    }
  }
  if (pending.length > 0) yield { bytes: Buffer.concat(pending), firstLine };
}

import { constants } from "node:buffer";
import { TapisError } from "../errors.ts";

const LINE_FEED = 10;

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
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let lineCount = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed !== -1; feed = chunk.indexOf(LINE_FEED, start)) {
      const rest = chunk.subarray(start, feed + 1);
      yield pending.length === 0 ? rest : Buffer.concat([...pending, rest]);
      pending = [];
      pendingBytes = 0;
      lineCount += 1;
      start = feed + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
    pendingBytes += chunk.length - start;
    if (pendingBytes > constants.MAX_STRING_LENGTH) {
      const place = `${name}:${lineCount + 1}`;
      throw new TapisError("ERR_INPUT_READ", `${place}: the line is too long to be read`);
    }
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}

import { TapisError } from "../errors.ts";
import { type Block, type BlockStart, joinBytes, type Part } from "./block.ts";
import { countLineFeeds } from "./count-line-feeds.ts";
import { lineSpans } from "./line-spans.ts";
import { MAX_PIECE_BYTES } from "./source-document.ts";

const LINE_FEED = 10;

/**
 * The lines of a stream of bytes, many at a time: each chunk gives the lines that end in it. The last line of the stream may
 * have no line feed.
 *
 * A block is about as long as the chunks are; a line that is longer than a chunk makes a longer block. All blocks together are
 * the stream, however that is cut into chunks. Memory is bounded by one line and one chunk.
 *
 * @throws {TapisError} ERR_INPUT_READ when a line has more bytes than a string may have characters (about 512 MB).
 */
export async function* lineBlocks(
  chunks: AsyncIterable<Uint8Array>,
  { name, start }: { readonly name: string; readonly start: BlockStart },
): AsyncGenerator<Block> {
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let { offset, line } = start;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const bytes = joinBytes([...pending, chunk.subarray(0, end)]);
      yield { bytes, start: { offset, line } };
      offset += bytes.length;
      line += countLineFeeds(bytes);
      pending = [];
      pendingBytes = 0;
    }
    if (end < chunk.length) pending.push(chunk.subarray(end));
    pendingBytes += chunk.length - end;
    if (pendingBytes > MAX_PIECE_BYTES) {
      throw new TapisError("ERR_INPUT_READ", `${name}:${line}: the line is too long to be read`);
    }
  }
  if (pending.length > 0) yield { bytes: joinBytes(pending), start: { offset, line } };
}

/** The lines of a block, each with its line feed. */
export function* lineParts({ bytes, start: { line: firstLine } }: Block): Generator<Part> {
  let line = firstLine;
  for (const { start, end } of lineSpans(bytes)) {
    yield { start, end, line, canBeLeftOut: true };
    line += 1;
  }
}

import { TapisError } from "../../errors.ts";
import type { Block, BlockStart, Part } from "../block.ts";
import { ByteReader } from "./byte-reader.ts";
import { findHeaderEnd, parseHeader } from "./header.ts";
import { contentLengthOf, contentOf, readRecord, skipLineEnds } from "./record.ts";

/** Longer records hold no article: they go through piece by piece. */
const MOST_BODY_BYTES = 64 * 1024 * 1024;

const MOST_HEADER_BYTES = 1024 * 1024;
const MOST_BLANK_BYTES = 64 * 1024;
const PIECE_BYTES = 1024 * 1024;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const VERSION = Buffer.from("WARC/");

/**
 * The records of a stream of WARC, one a block, with the line ends before and behind them. A record of more than 64 MB comes in
 * several blocks, whose starts say in `head` how many bytes of it are still to come; they hold no document.
 *
 * @throws {TapisError} ERR_INPUT_READ names the record and the byte where the stream stops being WARC, or ends too early.
 */
export async function* recordBlocks(
  chunks: AsyncIterable<Uint8Array>,
  { name, start }: { readonly name: string; readonly start: BlockStart },
): AsyncGenerator<Block> {
  const reader = new ByteReader(chunks);
  let { offset, line } = start;
  let leftBytes = Number(start.head ?? 0);
  const place = (): string => `record ${line} (at byte ${offset})`;
  const fault = (what: string): TapisError =>
    new TapisError("ERR_INPUT_READ", `${name}: ${place()} ${what}`);

  async function fill(byteCount: number): Promise<void> {
    try {
      await reader.fill(byteCount);
    } catch (cause) {
      if (!(cause instanceof TapisError)) throw cause;
      throw new TapisError(cause.code, `${cause.message}, in ${place()}`, { cause });
    }
  }

  function take(byteCount: number): Block {
    const head = leftBytes > 0 ? { head: String(leftBytes) } : {};
    const block = { start: { offset, line, ...head }, bytes: reader.take(byteCount) };
    offset += byteCount;
    return block;
  }

  try {
    for (;;) {
      while (leftBytes > 0) {
        await fill(Math.min(leftBytes, PIECE_BYTES));
        const byteCount = Math.min(leftBytes, PIECE_BYTES, reader.bytes.length);
        if (byteCount === 0) throw fault(`is cut off: ${leftBytes} bytes are missing`);
        yield take(byteCount);
        leftBytes -= byteCount;
        if (leftBytes === 0) line += 1;
      }
      const recordStart = await fillLineEnds();
      if (recordStart === reader.bytes.length) break;
      const bodyStart = await fillHeader(recordStart);
      const header = parseHeader(reader.bytes.subarray(recordStart, bodyStart));
      const contentLength = contentLengthOf(header);
      if (contentLength === undefined) throw fault("has no Content-Length, or a wrong one");
      if (contentLength > MOST_BODY_BYTES) {
        yield take(bodyStart);
        leftBytes = contentLength;
        continue;
      }
      const bodyEnd = bodyStart + contentLength;
      // Two line ends follow.
      await fill(bodyEnd + 4);
      const there = reader.bytes.length - bodyStart;
      if (there < contentLength) {
        throw fault(`is cut off: ${there} of ${contentLength} bytes are there`);
      }
      yield take(bodyEnd + lineEndsAt(reader.bytes, bodyEnd));
      line += 1;
    }
    if (reader.bytes.length > 0) yield take(reader.bytes.length);
  } finally {
    await reader.close();
  }

  /** Index behind the line ends before a record, which are there then, with a byte more unless the stream ends. */
  async function fillLineEnds(): Promise<number> {
    for (;;) {
      await fill(1);
      const recordStart = skipLineEnds(reader.bytes);
      if (recordStart < reader.bytes.length) return recordStart;
      if (recordStart > MOST_BLANK_BYTES) throw fault("has line ends only where it should begin");
      const before = reader.bytes.length;
      await fill(before + 1);
      if (reader.bytes.length === before) return before;
    }
  }

  /** Index behind the header of a record that begins there. */
  async function fillHeader(recordStart: number): Promise<number> {
    await fill(recordStart + VERSION.length);
    if (!VERSION.every((byte, index) => reader.bytes[recordStart + index] === byte)) {
      throw fault("is not WARC: it does not begin with WARC/");
    }
    for (let size = 4096; ; size *= 4) {
      await fill(recordStart + size);
      const end = findHeaderEnd(reader.bytes, recordStart);
      if (end !== undefined) return end;
      if (reader.bytes.length < recordStart + size) throw fault("is cut off in its header");
      if (size > MOST_HEADER_BYTES) throw fault("has a header without an end");
    }
  }
}

/** Length of up to two line ends that stand there. */
function lineEndsAt(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let count = 0; count < 2; count += 1) {
    if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at += 2;
    else if (bytes[at] === LINE_FEED) at += 1;
  }
  return at - from;
}

/** The record in a block, if it may hold a document. */
export function* recordParts({ start: { line, head }, bytes }: Block): Generator<Part> {
  if (head !== undefined) return;
  const start = skipLineEnds(bytes);
  const record = readRecord(bytes.subarray(start));
  if (record === undefined || record.body.length < record.contentLength) return;
  if (contentOf(record.header) === undefined) return;
  yield { start, end: bytes.length, line, canBeLeftOut: true };
}

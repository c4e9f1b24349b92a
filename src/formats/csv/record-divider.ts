import { type Block, type BlockStart, joinBytes, type Part } from "../block.ts";
import { markLength } from "../byte-order-mark.ts";
import { countLineFeeds } from "../count-line-feeds.ts";
import type { Dialect } from "./dialect.ts";
import { RecordScanner } from "./record-scanner.ts";

/** A quote that is not closed within so many bytes is taken for one that never is. */
const MOST_QUOTED_BYTES = 16 * 1024 * 1024;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Divides CSV that comes in runs of bytes into blocks of whole records.
 *
 * A line with a quote that is never closed, or not within 16 MB, is a block of its own; the next line begins a record again.
 */
export class RecordDivider {
  readonly #delimiter: string;
  #start: BlockStart;
  #scanner: RecordScanner;
  /** What was taken and is in no block yet. */
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;

  /** @param start - Of what is to come; with the header of the file. */
  constructor(start: BlockStart, { delimiter }: Dialect) {
    this.#delimiter = delimiter;
    this.#start = start;
    this.#scanner = new RecordScanner(delimiter);
  }

  /** Number of the line that the next block begins with. */
  get line(): number {
    return this.#start.line;
  }

  /** Bytes that are in no block yet. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** Takes more bytes; yields the records that end in them. The first bytes of a file hold its byte order mark whole. */
  *take(bytes: Uint8Array): Generator<Block> {
    const isFileStart = this.#start.offset === 0 && this.#pendingBytes === 0;
    let at = isFileStart ? markLength(bytes) : 0;
    let end = -1;
    for (;;) {
      const found = this.#scanner.findEnd(bytes, at);
      if (found === -1) break;
      at = found;
      end = found;
    }
    if (end !== -1) {
      const before = joinBytes([...this.#pending, bytes.subarray(0, end)]);
      this.#pending = [];
      this.#pendingBytes = 0;
      if (before.length > 0) yield this.#block(before);
    }
    this.#pending.push(end === -1 ? bytes : bytes.subarray(end));
    this.#pendingBytes += bytes.length - Math.max(0, end);
    if (this.#pendingBytes > MOST_QUOTED_BYTES) yield* this.#takeUnclosedLine();
  }

  /** Yields what is left: nothing more comes. */
  *end(): Generator<Block> {
    let leftBytes: number;
    do {
      leftBytes = this.#pendingBytes;
      yield* this.#takeUnclosedLine();
    } while (this.#pendingBytes < leftBytes);
    if (leftBytes > 0) yield this.#block(joinBytes(this.#pending));
  }

  /** Yields the line with a quote that was not closed so far, if there is one and it has an end. */
  *#takeUnclosedLine(): Generator<Block> {
    if (!this.#scanner.isQuoted) return;
    const bytes = joinBytes(this.#pending);
    const end = bytes.indexOf(LINE_FEED) + 1;
    this.#pending = [bytes];
    if (end === 0) return;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#scanner = new RecordScanner(this.#delimiter);
    yield this.#block(bytes.subarray(0, end));
    yield* this.take(bytes.subarray(end));
  }

  #block(bytes: Uint8Array): Block {
    const start = this.#start;
    const { offset, line } = start;
    this.#start = { ...start, offset: offset + bytes.length, line: line + countLineEnds(bytes) };
    return { start, bytes };
  }
}

/** The records in a block of a {@link RecordDivider}, each with its line end; not the header of the file. */
export function* recordParts({ start, bytes }: Block, { delimiter }: Dialect): Generator<Part> {
  const scanner = new RecordScanner(delimiter);
  const isFileStart = start.offset === 0;
  let { line } = start;
  let from = 0;
  while (from < bytes.length) {
    const isHeader = isFileStart && from === 0;
    const found = scanner.findEnd(bytes, isHeader ? markLength(bytes) : from);
    const end = found === -1 ? bytes.length : found;
    if (!isHeader) yield { start: from, end, line, canBeLeftOut: true };
    line += countLineEnds(bytes.subarray(from, end));
    from = end;
  }
}

/** Number of line ends in whole records: LF, CR LF, and CR alone. */
function countLineEnds(bytes: Uint8Array): number {
  let count = countLineFeeds(bytes);
  for (
    let at = bytes.indexOf(CARRIAGE_RETURN);
    at !== -1;
    at = bytes.indexOf(CARRIAGE_RETURN, at + 1)
  ) {
    if (bytes[at + 1] !== LINE_FEED) count += 1;
  }
  return count;
}

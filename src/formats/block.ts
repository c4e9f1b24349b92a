/** Where a block starts in its file, and what must be known of what stands before it. Plain data, so that a run can go on from it. */
export interface BlockStart {
  /** Bytes before it in the file, which is UTF-8 and unpacked. */
  readonly offset: number;
  /** Number of its first line, or record where a format has records, from 1. */
  readonly line: number;
  /** What its format must know of the head of the file: the header of CSV. */
  readonly head?: string;
}

/** The start of a file. */
export const FILE_START: BlockStart = { offset: 0, line: 1 };

/** A part of a file that can be cleaned by itself. All blocks one after the other are the file, byte for byte. */
export interface Block {
  readonly start: BlockStart;
  readonly bytes: Uint8Array;
}

/** Where something stands in a block that may hold a document. */
export interface Part {
  /** Index of its first byte in the block. */
  readonly start: number;
  /** Index behind its last byte. */
  readonly end: number;
  /** Its line or record number, from 1; `undefined` when it is the whole file. */
  readonly line: number | undefined;
  /** Whether the file is still one of its format without the part. */
  readonly canBeLeftOut: boolean;
}

/** Some runs of bytes as one; alone in its buffer unless there is only one. */
export function joinBytes(runs: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array()] = runs;
  if (runs.length < 2) return first;
  const joined = new Uint8Array(runs.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const run of runs) {
    joined.set(run, at);
    at += run.length;
  }
  return joined;
}

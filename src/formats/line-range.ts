const LINE_FEED = 10;

/** A part of a file of lines: the lines whose first bytes are in `[start, end)`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What comes of a range before its first line. */
export interface RangeHead {
  /** Bytes before the first line. */
  readonly offset: number;
  /** Number of the first line, from 1. */
  readonly line: number;
}

/**
 * The range of one of several equal shares of a file.
 *
 * @param share - Which one, from 0, and of how many.
 */
export function rangeOfShare(
  sizeBytes: number,
  { index, count }: { readonly index: number; readonly count: number },
): LineRange {
  return {
    start: Math.floor((sizeBytes * index) / count),
    end: Math.floor((sizeBytes * (index + 1)) / count),
  };
}

/** Finds where the first line of a range begins, in the bytes of the whole file. */
export async function findRangeHead(
  chunks: AsyncIterable<Uint8Array>,
  { start }: LineRange,
): Promise<RangeHead> {
  if (start === 0) return { offset: 0, line: 1 };
  let offset = 0;
  let line = 1;
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) {
      line += 1;
      if (offset + at + 1 >= start) return { offset: offset + at + 1, line };
    }
    offset += chunk.length;
  }
  return { offset, line };
}

/**
 * The bytes of the lines of a range, up to its end.
 *
 * @param chunks - The bytes of the file from `offset` on, where a line begins.
 */
export async function* takeRange(
  chunks: AsyncIterable<Uint8Array>,
  { offset, end }: { readonly offset: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  let position = offset;
  if (position >= end) return;
  for await (const chunk of chunks) {
    // The line that the last byte of the range is in goes to its end.
    const feed = chunk.indexOf(LINE_FEED, Math.max(0, end - 1 - position));
    const isLast = position + chunk.length >= end && feed !== -1;
    yield isLast ? chunk.subarray(0, feed + 1) : chunk;
    if (isLast) return;
    position += chunk.length;
  }
}

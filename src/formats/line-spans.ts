const LINE_FEED = 10;

/** Where a line stands in some bytes: half-open, with its line feed. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** The lines in some bytes, in order; the last one may have no line feed. A carriage return is part of its line. */
export function* lineSpans(bytes: Uint8Array): Generator<LineSpan> {
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    yield { start, end };
    start = end;
  }
}

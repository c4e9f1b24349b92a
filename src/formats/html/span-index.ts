import type { Span } from "../../core/text/span.ts";

/** Spans in any order, which may overlap, made ready to be asked whether one of them meets another span. */
export class SpanIndex {
  readonly #starts: readonly number[];
  /** For each span in the order of their starts, the furthest end up to it. */
  readonly #furthestEnds: readonly number[];

  /** Empty spans are left aside. */
  constructor(spans: readonly Span[]) {
    const sorted = inOrder(spans);
    this.#starts = sorted.map(({ start }) => start);
    let furthest = 0;
    this.#furthestEnds = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** Whether a span has a unit in common with one of these. */
  meets({ start, end }: Span): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? Infinity) < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.#furthestEnds[low - 1] ?? 0) > start;
  }
}

/** Spans as disjoint ones that do not touch, in order, with the same units in them. */
export function uniteSpans(spans: readonly Span[]): Span[] {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of inOrder(spans)) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start);
}

import type { Span } from "../text/span.ts";

/** 1 for each unit of which more than half lies in a spam span, else 0; one per unit. Spans are half-open. */
export function labelUnits(
  units: readonly { readonly span: Span }[],
  spam: readonly Span[],
): Uint8Array {
  return Uint8Array.from(units, ({ span }) => {
    const overlap = spam.reduce(
      (sum, { start, end }) =>
        sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
      0,
    );
    return overlap * 2 > span.end - span.start ? 1 : 0;
  });
}

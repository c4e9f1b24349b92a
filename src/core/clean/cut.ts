import { TapisError } from "../../errors.ts";
import type { Span } from "../text/span.ts";

/** A stretch of units that goes as one. */
export interface Block {
  /** What is cut with it: the units and the separator before them. */
  readonly span: Span;
  /** Index of its first unit. */
  readonly first: number;
  /** Index of its last unit. */
  readonly last: number;
}

/**
 * Blocks to cut so that some of the units of a text go, in order; their spans do not touch.
 *
 * Units that stand beside each other go as one block. With a block goes the separator before it; at the head of the text,
 * where there is none, the separator after it. When every unit goes, so does the whole text.
 *
 * `units` are in order and do not overlap; `isCut` has one element per unit.
 */
export function cutBlocks(
  text: string,
  units: readonly { readonly span: Span }[],
  isCut: readonly boolean[],
): Block[] {
  const blocks: Block[] = [];
  for (let first = 0; first < units.length; first++) {
    if (isCut[first] !== true) {
      continue;
    }
    let last = first;
    while (isCut[last + 1] === true) {
      last++;
    }
    const before = units[first - 1]?.span.end;
    const after = units[last + 1]?.span.start ?? text.length;
    const end = before === undefined ? after : (units[last]?.span.end ?? text.length);
    blocks.push({ span: { start: before ?? 0, end }, first, last });
    first = last;
  }
  return blocks;
}

/** The text without some spans of it, which are in order and do not overlap. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let kept = "";
  let from = 0;
  for (const span of spans) {
    kept += text.slice(from, span.start);
    from = span.end;
  }
  return kept + text.slice(from);
}

/**
 * Rebuilds the original from a cleaned text and the pieces cut out of it, in order: the inverse of cleaning.
 *
 * @throws {TapisError} ERR_RESTORE when the pieces do not belong to the text.
 */
export function restore(
  cleaned: string,
  cuts: readonly { readonly span: Span; readonly text: string }[],
): string {
  let original = "";
  let from = 0;
  for (const { span, text } of cuts) {
    const gap = span.start - original.length;
    if (gap < 0 || from + gap > cleaned.length || text.length !== span.end - span.start) {
      throw new TapisError(
        "ERR_RESTORE",
        `restore: the piece at ${span.start} to ${span.end} was not cut out of this text`,
      );
    }
    original += cleaned.slice(from, from + gap) + text;
    from += gap;
  }
  return original + cleaned.slice(from);
}

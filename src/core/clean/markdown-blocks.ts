import { mostOf } from "./column.ts";
import type { Unit } from "./units.ts";

/** Below this, no unit of a document is near to being cut. */
const LEAST_POSTERIOR = 0.05;

/** Blank lines end a block. */
const BLANK_LINE = /\n[^\S\n]*\r?\n/;
const LIST_MARKER = /^(?:[-*+•]|\d{1,3}[.)])\s/;
const INDENT = /^(?: {2,}|\t)\s*$/;
const WHITE_SPACE = /\s/u;

/** What a line begins in Markdown. */
type LineKind = "table" | "quote" | "item" | "continued" | "other";

/**
 * Posteriors under which blocks of Markdown are cut whole or not at all: the rows of a table, the lines of a quote, an item of a list
 * with the indented lines that belong to it. All units of such a block get the mean of their posteriors, by their lengths.
 */
export function decidedAsBlocks(
  text: string,
  units: readonly Unit[],
  posteriors: Float64Array,
): Float64Array {
  if (units.length === 0 || mostOf(posteriors) < LEAST_POSTERIOR) {
    return posteriors;
  }
  const shared = posteriors.slice();
  let first = 0;
  while (first < units.length) {
    const end = blockEnd(text, units, first);
    if (end - first > 1) {
      const lengths = units.slice(first, end).map(({ span }) => span.end - span.start);
      const total = lengths.reduce((sum, length) => sum + length, 0);
      const mean = lengths.reduce(
        (sum, length, index) => sum + (length / total) * (posteriors[first + index] ?? 0),
        0,
      );
      shared.fill(mean, first, end);
    }
    first = end;
  }
  return shared;
}

/** Index behind the last unit of the block that a unit begins; of the unit itself when it begins none. */
function blockEnd(text: string, units: readonly Unit[], first: number): number {
  const kind = kindOf(text, units[first]);
  if (kind === "other" || kind === "continued") {
    return first + 1;
  }
  let end = first + 1;
  for (; end < units.length; end++) {
    const gap = text.slice(units[end - 1]?.span.end, units[end]?.span.start);
    const isSameLine = !gap.includes("\n");
    const next = kindOf(text, units[end]);
    const goesOn = kind === "item" ? next === "continued" : next === kind;
    if (!isSameLine && (!goesOn || BLANK_LINE.test(gap))) {
      break;
    }
  }
  return end;
}

function kindOf(text: string, unit: Unit | undefined): LineKind {
  if (unit === undefined) {
    return "other";
  }
  const { start, end } = unit.span;
  const indent = indentBefore(text, start);
  if (indent === undefined) {
    return "other";
  }
  const head = text.slice(start, Math.min(end, start + 6));
  if (head.startsWith("|")) {
    return "table";
  }
  if (head.startsWith(">")) {
    return "quote";
  }
  if (LIST_MARKER.test(head)) {
    return "item";
  }
  return INDENT.test(indent) ? "continued" : "other";
}

/** The white space between the start of a line and a place in it; undefined when there is anything else. */
function indentBefore(text: string, place: number): string | undefined {
  let lineStart = place;
  while (lineStart > 0 && text[lineStart - 1] !== "\n") {
    lineStart--;
    if (!WHITE_SPACE.test(text[lineStart] ?? "")) return undefined;
  }
  return text.slice(lineStart, place);
}

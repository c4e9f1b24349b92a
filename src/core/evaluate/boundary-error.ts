import type { LabelledVerdict } from "./confusion.ts";

/** How far the boundaries of cuts are from where spam starts and ends. */
export interface BoundaryError {
  /** Number of boundaries: places between two paragraphs where spam starts or ends. */
  readonly boundaries: number;
  /** How many paragraphs the cuts are off, summed over the boundaries. */
  readonly paragraphsOff: number;
}

/**
 * Compares where spam starts and ends with where cuts do; one element per paragraph of a document, in order.
 *
 * The start of a block of spam is compared with the start of the first cut that meets the block, its end with the end of
 * the last. A block that no cut meets is off by its whole length at each boundary. The ends of the document are no
 * boundaries, so that a document of nothing but spam, or of none, has no error here.
 */
export function boundaryError(paragraphs: readonly LabelledVerdict[]): BoundaryError {
  const blocks = runsOf(paragraphs.map(({ isSpam }) => isSpam));
  const cuts = runsOf(paragraphs.map(({ isCut }) => isCut));
  let boundaries = 0;
  let paragraphsOff = 0;
  for (const { start, end } of blocks) {
    const meeting = cuts.filter((cut) => cut.start < end && cut.end > start);
    const offBy = (boundary: number, cutBoundary: number | undefined): void => {
      if (boundary === 0 || boundary === paragraphs.length) return;
      boundaries += 1;
      paragraphsOff += cutBoundary === undefined ? end - start : Math.abs(cutBoundary - boundary);
    };
    offBy(start, meeting[0]?.start);
    offBy(end, meeting.at(-1)?.end);
  }
  return { boundaries, paragraphsOff };
}

/** The runs of true elements; half-open, in order. */
function runsOf(list: readonly boolean[]): { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  list.forEach((isIn, index) => {
    if (!isIn) return;
    const last = runs.at(-1);
    if (last?.end === index) last.end += 1;
    else runs.push({ start: index, end: index + 1 });
  });
  return runs;
}

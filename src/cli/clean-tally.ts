import type { CleanOutcome } from "../pipeline/run-clean.ts";

/** How much a cleaning run saw and did. */
export interface CleanTally {
  readonly documents: number;
  readonly paragraphs: number;
  /** Paragraphs that were cut. */
  readonly cut: number;
  /** Records that could not be read. */
  readonly rejected: number;
}

/** A tally of nothing. */
export const EMPTY_TALLY: CleanTally = { documents: 0, paragraphs: 0, cut: 0, rejected: 0 };

/** The tally with one more outcome in it. */
export function addOutcome(tally: CleanTally, outcome: CleanOutcome): CleanTally {
  if (outcome.kind === "rejected") return { ...tally, rejected: tally.rejected + 1 };
  const { paragraphs } = outcome.result;
  const cut = paragraphs.filter((paragraph) => paragraph.verdict === "cut");
  return {
    ...tally,
    documents: tally.documents + 1,
    paragraphs: tally.paragraphs + paragraphs.length,
    cut: tally.cut + cut.length,
  };
}

/**
 * The tally as one line: `3 documents, 41 paragraphs, 5 cut`, and the rejected records if there are
 * any.
 */
export function formatTally(tally: CleanTally): string {
  const parts = [
    countNoun(tally.documents, "document"),
    countNoun(tally.paragraphs, "paragraph"),
    `${tally.cut} cut`,
  ];
  if (tally.rejected > 0) parts.push(`${countNoun(tally.rejected, "record")} rejected`);
  return parts.join(", ");
}

function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

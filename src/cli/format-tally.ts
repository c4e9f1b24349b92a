import type { CleanTally } from "../pipeline/clean-tally.ts";

/**
 * A tally as one line: `3 documents, 41 paragraphs, 5 cut`, and the rejected records if there are
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

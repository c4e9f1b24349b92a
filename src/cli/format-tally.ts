import type { CleanTally } from "../pipeline/clean-tally.ts";

/**
 * A tally as one line: `3 documents, 41 paragraphs, 5 cut`, and what was rejected, spared or left out, if anything was.
 */
export function formatTally(tally: CleanTally): string {
  const parts = [
    countNoun(tally.documents, "document"),
    countNoun(tally.paragraphs, "paragraph"),
    `${tally.cut} cut`,
  ];
  if (tally.rejected > 0) parts.push(`${countNoun(tally.rejected, "record")} rejected`);
  if (tally.spared > 0) parts.push(`${countNoun(tally.spared, "document")} spared by --max-cut`);
  if (tally.dropped > 0) parts.push(`${countNoun(tally.dropped, "document")} left out as spam`);
  return parts.join(", ");
}

/** `1 file`, `2 files`: for nouns whose plural is an s. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

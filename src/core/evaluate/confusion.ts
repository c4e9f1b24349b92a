/** How many paragraphs of each label got which verdict: cut, or kept (`unsure` is kept). */
export interface Confusion {
  /** Spam that was cut. */
  readonly cutSpam: number;
  /** News that was cut: the costly error. */
  readonly falseCuts: number;
  /** Spam that was kept. */
  readonly missedSpam: number;
  /** News that was kept. */
  readonly keptNews: number;
}

/** A paragraph's truth and what was done with it. */
export interface LabelledVerdict {
  readonly isSpam: boolean;
  readonly isCut: boolean;
}

/** Counts labels and verdicts. */
export function countConfusion(paragraphs: readonly LabelledVerdict[]): Confusion {
  const count = (isSpam: boolean, isCut: boolean): number =>
    paragraphs.filter((paragraph) => paragraph.isSpam === isSpam && paragraph.isCut === isCut)
      .length;
  return {
    cutSpam: count(true, true),
    falseCuts: count(false, true),
    missedSpam: count(true, false),
    keptNews: count(false, false),
  };
}

/** Share of the cut paragraphs that are spam; NaN when nothing was cut. */
export function precision({ cutSpam, falseCuts }: Confusion): number {
  return cutSpam / (cutSpam + falseCuts);
}

/** Share of the spam paragraphs that were cut; NaN when there is no spam. */
export function recall({ cutSpam, missedSpam }: Confusion): number {
  return cutSpam / (cutSpam + missedSpam);
}

/**
 * Harmonic mean of precision and recall; NaN when there is no spam, as recall is.
 *
 * Source: van Rijsbergen, *Information Retrieval* (1979), ch. 7, with α = 1/2.
 */
export function f1({ cutSpam, falseCuts, missedSpam }: Confusion): number {
  if (cutSpam + missedSpam === 0) return Number.NaN;
  return (2 * cutSpam) / (2 * cutSpam + falseCuts + missedSpam);
}

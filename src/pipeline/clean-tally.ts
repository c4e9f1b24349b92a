/** How much was seen and done in cleaning. */
export interface CleanTally {
  readonly documents: number;
  readonly paragraphs: number;
  /** Paragraphs that were cut. */
  readonly cut: number;
  /** Records that could not be read. */
  readonly rejected: number;
  /** Documents that stay whole because more of them would go than may. */
  readonly spared: number;
  /** Documents that were left out because they were spam throughout. */
  readonly dropped: number;
}

/** A tally of nothing. */
export const EMPTY_TALLY: CleanTally = {
  documents: 0,
  paragraphs: 0,
  cut: 0,
  rejected: 0,
  spared: 0,
  dropped: 0,
};

/** Two tallies in one. */
export function addTallies(one: CleanTally, other: CleanTally): CleanTally {
  return {
    documents: one.documents + other.documents,
    paragraphs: one.paragraphs + other.paragraphs,
    cut: one.cut + other.cut,
    rejected: one.rejected + other.rejected,
    spared: one.spared + other.spared,
    dropped: one.dropped + other.dropped,
  };
}

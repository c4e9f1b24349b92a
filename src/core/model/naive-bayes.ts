/** In how many paragraphs of each of several labels each word stands; counts may be fractions of weighted paragraphs. */
export interface LabelCounts<L extends string> {
  /** Number of paragraphs of each label. */
  readonly paragraphs: Readonly<Record<L, number>>;
  /** The words counted; an element of `words` and of each list in `counts` belong together. */
  readonly words: readonly string[];
  /** For each label one count per word, from 0 to the label's number of paragraphs. */
  readonly counts: Readonly<Record<L, ArrayLike<number>>>;
}

/**
 * Natural logarithms of P(word | label), one per word of `counts.words`: the probability that a paragraph of the label
 * holds the word.
 *
 * (count + α) / (paragraphs + 1), as `natural`'s `BayesClassifier` has it: additive smoothing of the count only, and one
 * paragraph more than were seen. `smoothing` is α, above 0; higher pulls rare words towards undecided.
 *
 * Source: Manning, Raghavan and Schütze, *Introduction to Information Retrieval* (2008), §13.3, the Bernoulli model, without
 * its factors for absent words; the denominator is natural's instead of N + 2.
 *
 * @throws {RangeError} `smoothing` is not above 0.
 */
export function logLikelihoods<L extends string>(
  counts: LabelCounts<L>,
  label: L,
  smoothing: number,
): Float64Array {
  if (!(smoothing > 0)) {
    throw new RangeError(`logLikelihoods: smoothing must be above 0, got ${smoothing}`);
  }
  const total = counts.paragraphs[label] + 1;
  return Float64Array.from(counts.words, (_, index) =>
    Math.log(((counts.counts[label][index] ?? 0) + smoothing) / total),
  );
}

/**
 * Log-odds of the prior, ln(P(first)/P(second)), in nats: paragraphs of each label, one more than were seen.
 */
export function priorLogOdds<L extends string>(
  counts: LabelCounts<L>,
  first: L,
  second: L,
): number {
  return Math.log((counts.paragraphs[first] + 1) / (counts.paragraphs[second] + 1));
}

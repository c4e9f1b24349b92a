/** What was said of a paragraph, and what it is. */
export interface LabelledPosterior {
  /** Probability that it is spam, in [0, 1]. */
  readonly posterior: number;
  readonly isSpam: boolean;
}

/** The paragraphs whose posteriors lie in one tenth of [0, 1]. */
export interface ReliabilityBin {
  /** Least posterior of the bin. */
  readonly from: number;
  /** Upper end of the bin, which belongs to the next one; that of the last bin belongs to it. */
  readonly to: number;
  readonly paragraphs: number;
  /** Mean of the posteriors; NaN in an empty bin. */
  readonly meanPosterior: number;
  /** Share of the paragraphs that are spam; NaN in an empty bin. */
  readonly spamShare: number;
}

/** How far posteriors can be taken at their word. */
export interface Reliability {
  /** Ten bins of equal width, lowest first. */
  readonly bins: readonly ReliabilityBin[];
  /** Distance of posterior and share of spam, the mean over all paragraphs of their bins'; in [0, 1], NaN without paragraphs. */
  readonly expectedCalibrationError: number;
  /** Mean of −ln of the probability that was given to the truth, in nats; NaN without paragraphs. */
  readonly logLoss: number;
}

const BINS = 10;
/** Posteriors nearer to 0 or 1 than this count as this near, so that one mistake does not make the mean infinite. */
const SUREST = 1e-6;

/**
 * Measures whether nine in ten paragraphs with a posterior of 0.9 are spam.
 *
 * Source: Guo, Pleiss, Sun and Weinberger, *On Calibration of Modern Neural Networks* (2017), §2, equation 3, for the
 * probability of spam instead of that of the label chosen.
 */
export function measureReliability(paragraphs: Iterable<LabelledPosterior>): Reliability {
  const counts = new Float64Array(BINS);
  const posteriors = new Float64Array(BINS);
  const spam = new Float64Array(BINS);
  let total = 0;
  let loss = 0;
  for (const { posterior, isSpam } of paragraphs) {
    const bin = Math.min(BINS - 1, Math.floor(posterior * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
    posteriors[bin] = (posteriors[bin] ?? 0) + posterior;
    spam[bin] = (spam[bin] ?? 0) + (isSpam ? 1 : 0);
    total += 1;
    loss -= Math.log(Math.max(SUREST, isSpam ? posterior : 1 - posterior));
  }
  const bins = Array.from(counts, (count, bin) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    paragraphs: count,
    meanPosterior: (posteriors[bin] ?? 0) / count,
    spamShare: (spam[bin] ?? 0) / count,
  }));
  const distance = bins.reduce(
    (sum, { paragraphs: count, meanPosterior, spamShare }) =>
      sum + (count === 0 ? 0 : count * Math.abs(meanPosterior - spamShare)),
    0,
  );
  return { bins, expectedCalibrationError: distance / total, logLoss: loss / total };
}

/** The middle of some numbers; of an even count the mean of the two in the middle. @throws {RangeError} There is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) {
    throw new RangeError("median: there must be a number");
  }
  return (lower + upper) / 2;
}

/**
 * The least of some numbers that a share of them, in (0, 1], does not exceed: 0.95 for the 95th percentile.
 *
 * @throws {RangeError} There is none.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil(share * sorted.length) - 1];
  if (value === undefined) {
    throw new RangeError("quantile: there must be a number");
  }
  return value;
}

/** How long something took on an input of some size; both above 0, in any unit. */
export interface Timing {
  readonly size: number;
  readonly elapsed: number;
}

/**
 * The exponent b of the curve elapsed = a · size^b that fits best: 1 is linear, 2 quadratic.
 *
 * Ordinary least squares on the logarithms of both. NaN when there are fewer than two sizes.
 */
export function fitExponent(timings: readonly Timing[]): number {
  const points = timings.map(({ size, elapsed }) => ({ x: Math.log(size), y: Math.log(elapsed) }));
  const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const covariance = mean(points.map(({ x, y }) => (x - meanX) * (y - meanY)));
  const variance = mean(points.map(({ x }) => (x - meanX) ** 2));
  return covariance / variance;
}

/**
 * The exponent of time over size, without the time that an empty input takes: sizes at which less than as much again
 * was spent on the input are left out, for what is left of them is mostly chance.
 */
export function growthExponent(timings: readonly Timing[], emptyElapsed: number): number {
  return fitExponent(
    timings
      .filter(({ elapsed }) => elapsed > 2 * emptyElapsed)
      .map(({ size, elapsed }) => ({ size, elapsed: elapsed - emptyElapsed })),
  );
}

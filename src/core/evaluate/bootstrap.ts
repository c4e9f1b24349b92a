import { drawInteger, type Random } from "../model/random.ts";

/** A figure measured on documents, with the interval in which it lies for other documents of the same make. */
export interface Estimate {
  /** The figure; NaN when it has no meaning, such as the precision where nothing was cut. */
  readonly value: number;
  /** Lower end of the 95 % interval. */
  readonly low: number;
  /** Upper end of the 95 % interval. */
  readonly high: number;
}

/** Options for {@link bootstrap}. */
export interface BootstrapOptions {
  readonly random: Random;
  /**
   * How often the documents are drawn anew, 40 or more. More steadies the ends of the interval and takes longer.
   * @defaultValue 1000
   */
  readonly resamples?: number;
}

/** Share of the resamples that lie below the interval, and above it. */
const TAIL = 0.025;

/**
 * Estimates figures that are made of sums over documents: `figures` turns the sums of some rows into numbers, always as many
 * and in the same order.
 *
 * The interval is that of percentiles: documents are drawn with replacement, as many as there are, and the figures of each
 * draw sorted. Whole documents are drawn, because the paragraphs of one document depend on each other. Draws for which a
 * figure is NaN are left out of its interval. Where all documents agree the interval has no width, which does not mean that
 * there is no doubt.
 *
 * Source: Efron and Tibshirani, *An Introduction to the Bootstrap* (1993), §13.3.
 *
 * @param rows - One per document: the numbers that are summed.
 * @throws {RangeError} There are fewer than 40 resamples, or rows of different length.
 */
export function bootstrap(
  rows: readonly Float64Array[],
  figures: (sums: Float64Array) => readonly number[],
  options: BootstrapOptions,
): Estimate[] {
  const { random, resamples = 1000 } = options;
  if (!(resamples >= 40)) {
    throw new RangeError(`bootstrap: resamples must be 40 or more, got ${resamples}`);
  }
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) {
    throw new RangeError(`bootstrap: every row must have ${width} numbers, as the first has`);
  }
  const values = figures(sumRows(rows, (_, index) => index));
  const drawn = values.map(() => new Float64Array(resamples));
  for (let draw = 0; draw < resamples; draw++) {
    const sums = sumRows(rows, () => drawInteger(random, 0, rows.length - 1));
    figures(sums).forEach((value, figure) => {
      const column = drawn[figure];
      if (column !== undefined) column[draw] = value;
    });
  }
  return values.map((value, figure) => ({ value, ...intervalOf(drawn[figure] ?? []) }));
}

function sumRows(
  rows: readonly Float64Array[],
  pick: (row: Float64Array, index: number) => number,
): Float64Array {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  rows.forEach((own, index) => {
    const row = rows[pick(own, index)] ?? own;
    for (let column = 0; column < sums.length; column++) {
      sums[column] = (sums[column] ?? 0) + (row[column] ?? 0);
    }
  });
  return sums;
}

function intervalOf(values: Iterable<number>): Pick<Estimate, "low" | "high"> {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .toSorted();
  const skipped = Math.floor(TAIL * sorted.length);
  return {
    low: sorted[skipped] ?? Number.NaN,
    high: sorted[sorted.length - 1 - skipped] ?? Number.NaN,
  };
}

import type { CurveDocument } from "./curve-document.ts";

/** What happens at one threshold. */
export interface CostPoint {
  /** Least score at which a paragraph is cut. */
  readonly threshold: number;
  /** Paragraphs of news that are cut. */
  readonly falseCuts: number;
  /** Paragraphs of spam that are kept. */
  readonly missedSpam: number;
  /** Misses, and for each false cut ten. */
  readonly cost: number;
  /** Documents that come out exact. */
  readonly exact: number;
}

/** How many misses a false cut costs. */
export const FALSE_CUT_COST = 10;

/**
 * What false cuts and misses cost at each of some thresholds, in their order.
 *
 * Costs are counted in paragraphs, in flattened text in sentences: that is what a threshold decides on, and for a calibrated
 * posterior the threshold of least cost is then ten elevenths whatever the paragraphs' lengths. What a mistake costs a
 * reader, in characters, stands beside it in the figures of the documents.
 *
 * @param thresholds - In ascending order.
 */
export function costCurve(
  documents: Iterable<CurveDocument>,
  thresholds: readonly number[],
): CostPoint[] {
  // For each number of thresholds that a score reaches, how many paragraphs of spam and of news reach that many.
  const spam = new Float64Array(thresholds.length + 1);
  const news = new Float64Array(thresholds.length + 1);
  const exact = new Float64Array(thresholds.length);
  for (const { scores, isSpam, isExactAt } of documents) {
    scores.forEach((score, index) => {
      const reached = reachedCount(thresholds, score);
      const ofLabel = isSpam[index] === true ? spam : news;
      ofLabel[reached] = (ofLabel[reached] ?? 0) + 1;
    });
    isExactAt.forEach((isExact, index) => {
      exact[index] = (exact[index] ?? 0) + (isExact ? 1 : 0);
    });
  }
  let missedSpam = 0;
  let falseCuts = news.reduce((sum, count) => sum + count, 0);
  return thresholds.map((threshold, index) => {
    missedSpam += spam[index] ?? 0;
    falseCuts -= news[index] ?? 0;
    const cost = FALSE_CUT_COST * falseCuts + missedSpam;
    return { threshold, falseCuts, missedSpam, cost, exact: exact[index] ?? 0 };
  });
}

/** The point of least cost; of several the one with the highest threshold, which cuts least. Undefined for no points. */
export function leastCost(curve: readonly CostPoint[]): CostPoint | undefined {
  return curve.reduce<CostPoint | undefined>(
    (best, point) => (best === undefined || point.cost <= best.cost ? point : best),
    undefined,
  );
}

/** The point with the most exact documents; of several the one of least cost. Undefined for no points. */
export function mostExact(curve: readonly CostPoint[]): CostPoint | undefined {
  const most = curve.reduce((best, { exact }) => Math.max(best, exact), 0);
  return leastCost(curve.filter(({ exact }) => exact === most));
}

/** How many of the ascending thresholds a score reaches. */
function reachedCount(thresholds: readonly number[], score: number): number {
  let [low, high] = [0, thresholds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (score >= (thresholds[middle] ?? Number.POSITIVE_INFINITY)) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Evaluation } from "../core/evaluate/evaluation.ts";
import { type Axis, type Chart, drawChart } from "./chart.ts";

const tenth = (value: number): string => value.toFixed(1);

/** The posteriors, as an axis. */
function posteriorAxis(title: string): Axis {
  return { title, from: 0, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: tenth };
}

/** An axis from 0 to beyond the greatest of some numbers, with about five round ticks. */
function axisFrom0(title: string, values: readonly number[]): Axis {
  const greatest = Math.max(1, ...values.filter(Number.isFinite));
  const power = 10 ** Math.floor(Math.log10(greatest / 4));
  const step =
    [1, 2, 5, 10].map((times) => times * power).find((size) => greatest / size <= 5) ?? greatest;
  const steps = Math.ceil(greatest / step);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => index * step);
  return { title, from: 0, to: steps * step, ticks, format: (value) => String(Math.round(value)) };
}

/** What mistakes cost at each threshold. */
export function drawCost({ curve, leastCost }: Evaluation): string {
  // The cost of cutting next to everything would press the rest of the curve flat.
  const middle = curve.filter(({ threshold }) => threshold >= 0.05).map(({ cost }) => cost);
  return drawChart({
    title: "Cost over thresholds",
    description: `Misses and ten times the false cuts; least at ${leastCost?.threshold ?? "no threshold"}.`,
    x: posteriorAxis("threshold"),
    y: axisFrom0("cost in paragraphs missed", middle),
    line: curve.map(({ threshold, cost }) => ({ x: threshold, y: cost })),
    marks:
      leastCost === undefined
        ? []
        : [
            {
              x: leastCost.threshold,
              y: leastCost.cost,
              label: `${leastCost.cost} at ${leastCost.threshold}`,
            },
          ],
  });
}

/** How many documents come out exact at each threshold. */
export function drawExact({ curve, threshold, all }: Evaluation): string {
  const share = 100 * all.exact.value;
  return drawChart({
    title: "Documents exact over thresholds",
    description: `${share.toFixed(2)} % at the threshold in use, ${threshold}.`,
    x: posteriorAxis("threshold"),
    y: {
      title: "documents exact, %",
      from: 0,
      to: 100,
      ticks: [0, 20, 40, 60, 80, 100],
      format: String,
    },
    line: curve.map(({ threshold: at, exact }) => ({
      x: at,
      y: (100 * exact) / all.totals.documents,
    })),
    marks: Number.isNaN(share)
      ? []
      : [{ x: threshold, y: share, label: `${share.toFixed(2)} % at ${threshold}` }],
  });
}

/** What is lost against what is left, at each threshold. */
export function drawTradeOff({ curve, all: { totals } }: Evaluation): string {
  const spam = totals.cutSpam + totals.missedSpam;
  const news = totals.falseCuts + totals.keptNews;
  const points = curve
    .filter(({ threshold }) => threshold >= 0.05)
    .map(({ falseCuts, missedSpam }) => ({
      x: (100 * falseCuts) / Math.max(1, news),
      y: (100 * missedSpam) / Math.max(1, spam),
    }));
  const chart: Chart = {
    title: "Spam left against news lost",
    description: "One point for each threshold; nearer to the corner is better.",
    x: fineAxis(
      "news paragraphs lost, %",
      points.map(({ x }) => x),
    ),
    y: fineAxis(
      "spam paragraphs left, %",
      points.map(({ y }) => y),
    ),
    line: points,
  };
  return drawChart(chart);
}

/** An axis of five equal steps from 0 to the greatest of some shares. */
function fineAxis(title: string, values: readonly number[]): Axis {
  const to = Math.max(0.01, ...values);
  const ticks = Array.from({ length: 6 }, (_, index) => (index * to) / 5);
  return {
    title,
    from: 0,
    to,
    ticks,
    format: (value) => value.toPrecision(2).replace(/^0\.0$/, "0"),
  };
}

/** How often paragraphs of a posterior are spam. */
export function drawReliability({ reliability }: Evaluation): string {
  const points = reliability.bins
    .filter(({ paragraphs }) => paragraphs > 0)
    .map(({ meanPosterior, spamShare }) => ({ x: meanPosterior, y: spamShare }));
  return drawChart({
    title: "Reliability of posteriors",
    description: "Share of paragraphs that are spam, by posterior; on the diagonal both agree.",
    x: posteriorAxis("posterior"),
    y: posteriorAxis("share that is spam"),
    line: points,
    dots: points,
    hasDiagonal: true,
  });
}

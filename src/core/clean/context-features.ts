import { at, column, constant } from "./column.ts";
import { type FeatureTable, running, surroundings } from "./feature-table.ts";
import { logit } from "./sequence.ts";

/**
 * Features of the second forest: those of the first and, for each unit, what the first said of it and of its surroundings.
 *
 * `logOdds` and `posteriors` are the first forest's log-odds and their posteriors by the sequence model, one per unit.
 */
export function contextFeatures(
  first: FeatureTable,
  logOdds: Float64Array,
  posteriors: Float64Array,
): FeatureTable {
  const count = logOdds.length;
  const sorted = logOdds.toSorted();
  const sum = posteriors.reduce((total, value) => total + value, 0);
  const table: Record<string, Float64Array> = {
    first: logOdds,
    firstPosterior: posteriors.map(logit),
    ...Object.fromEntries(
      [-3, -2, -1, 1, 2, 3].map((step) => [
        `first${step < 0 ? "Before" : "After"}${Math.abs(step)}`,
        column(count, (i) => at(logOdds, i + step, step < 0 ? -99 : 99)),
      ]),
    ),
    ...surroundings("first", posteriors, 0, 0),
    firstMostBefore: running(logOdds, Math.max, -99),
    firstMostAfter: running(logOdds.toReversed(), Math.max, -99).toReversed(),
    firstLeastAfter: running(logOdds.toReversed(), Math.min, 99).toReversed(),
    firstSum: constant(count, sum),
    firstMost: constant(count, sorted[count - 1] ?? 0),
    firstMedian: constant(count, sorted[Math.floor(count / 2)] ?? 0),
  };
  return {
    names: [...first.names, ...Object.keys(table)],
    columns: [...first.columns, ...Object.values(table)],
  };
}

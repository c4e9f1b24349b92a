import type { Rows } from "../model/forest.ts";
import { at, column } from "./column.ts";

/** A table of numbers: for each name one column with a number per unit. */
export interface FeatureTable {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** Sums by the square root of the number of words in them. */
export function perRoot(sums: Float64Array, words: Float64Array): Float64Array {
  return column(sums.length, (i) => at(sums, i, 0) / Math.sqrt(Math.max(1, at(words, i, 0))));
}

/** Sums by the number of words in them. */
export function perWord(sums: Float64Array, words: Float64Array): Float64Array {
  return column(sums.length, (i) => at(sums, i, 0) / Math.max(1, at(words, i, 0)));
}

/** A column as the two units before and the two after each one have it. */
export function neighbours(
  name: string,
  values: Float64Array,
  before: number,
  after: number,
): Record<string, Float64Array> {
  const count = values.length;
  return {
    [`${name}Before1`]: column(count, (i) => at(values, i - 1, before)),
    [`${name}Before2`]: column(count, (i) => at(values, i - 2, before)),
    [`${name}After1`]: column(count, (i) => at(values, i + 1, after)),
    [`${name}After2`]: column(count, (i) => at(values, i + 2, after)),
  };
}

/** Means of a column over all units before and all after each one. */
export function surroundings(
  name: string,
  values: Float64Array,
  before: number,
  after: number,
): Record<string, Float64Array> {
  const count = values.length;
  const sums = new Float64Array(count + 1);
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value;
  });
  const total = sums[count] ?? 0;
  return {
    [`${name}Before`]: column(count, (i) => (i > 0 ? (sums[i] ?? 0) / i : before)),
    [`${name}After`]: column(count, (i) =>
      i < count - 1 ? (total - (sums[i + 1] ?? 0)) / (count - 1 - i) : after,
    ),
  };
}

/** Most (or least) of all elements before each one. */
export function running(
  values: Float64Array,
  choose: (a: number, b: number) => number,
  start: number,
): Float64Array {
  let chosen = start;
  return column(values.length, (i) => {
    const before = chosen;
    chosen = choose(chosen, at(values, i, 0));
    return before;
  });
}

/** The rows of a table, as trees are asked. */
export function rowsOf({ columns }: FeatureTable): Rows {
  const width = columns.length;
  const values = new Float64Array(width * (columns[0]?.length ?? 0));
  columns.forEach((numbers, feature) => {
    for (let row = 0; row < numbers.length; row++) {
      values[row * width + feature] = numbers[row] ?? 0;
    }
  });
  return { values, width };
}

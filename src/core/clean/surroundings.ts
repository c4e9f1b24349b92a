import { at, runningSums } from "./column.ts";
import type { FeatureWriter } from "./feature-rows.ts";

/** A column with what stands for its elements beyond the first and the last unit. */
export interface Bordered {
  readonly values: Float64Array;
  readonly before: number;
  readonly after: number;
}

/** A column with its running sums, for means over stretches of it. */
export interface Summed extends Bordered {
  readonly sums: Float64Array;
}

/** A column with its running sums. */
export function summed({ values, before, after }: Bordered): Summed {
  return { values, before, after, sums: runningSums(values) };
}

/** Adds a column's elements of the two units before and the two after each one. */
export function addNeighbours(
  writer: FeatureWriter,
  name: string,
  { values, before, after }: Bordered,
): void {
  writer.each(name, (i) => at(values, i - 1, before), "Before1");
  writer.each(name, (i) => at(values, i - 2, before), "Before2");
  writer.each(name, (i) => at(values, i + 1, after), "After1");
  writer.each(name, (i) => at(values, i + 2, after), "After2");
}

/** Adds the means of a column over all units before and over all after each one. */
export function addSurroundings(
  writer: FeatureWriter,
  name: string,
  { values, before, after, sums }: Summed,
): void {
  const last = values.length - 1;
  const total = sums[values.length] ?? 0;
  writer.each(name, (i) => (i > 0 ? (sums[i] ?? 0) / i : before), "Before");
  writer.each(name, (i) => (i < last ? (total - (sums[i + 1] ?? 0)) / (last - i) : after), "After");
}

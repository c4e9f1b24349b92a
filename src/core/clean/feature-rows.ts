import type { Rows } from "../model/forest.ts";

/** Features of units: a row of numbers for each, with the names of its numbers. */
export interface FeatureRows extends Rows {
  readonly names: readonly string[];
  /** Number of rows. */
  readonly count: number;
}

/** Takes features one after the other, each for all units. */
export interface FeatureWriter {
  /** Adds a feature that has a number for each unit. */
  column(name: string, values: Float64Array): void;
  /** Adds the feature `name` + `suffix`, whose number is asked for each unit. */
  each(name: string, value: (unit: number) => number, suffix?: string): void;
  /** Adds a feature that is the same for all units. */
  constant(name: string, value: number): void;
}

/** Names of the features that are written. */
export function namesOf(write: (writer: FeatureWriter) => void): readonly string[] {
  const names: string[] = [];
  write({
    column: (name) => names.push(name),
    each: (name, _value, suffix = "") => names.push(name + suffix),
    constant: (name) => names.push(name),
  });
  return names;
}

/** Rows of `count` units: those of `before`, if any, and behind them what `write` adds under these names, in this order. */
export function featureRows(
  count: number,
  names: readonly string[],
  write: (writer: FeatureWriter) => void,
  before?: FeatureRows,
): FeatureRows {
  const taken = before?.width ?? 0;
  const width = taken + names.length;
  const values = new Float64Array(count * width);
  if (before !== undefined) {
    const { values: earlier } = before;
    for (let from = 0, to = 0; from < earlier.length; to += width - taken) {
      for (const end = from + taken; from < end; from++, to++) {
        values[to] = earlier[from] ?? 0;
      }
    }
  }
  let feature = taken;
  write({
    column(_name, numbers) {
      for (let unit = 0, at = feature++; unit < count; unit++, at += width) {
        values[at] = numbers[unit] ?? 0;
      }
    },
    each(_name, value) {
      for (let unit = 0, at = feature++; unit < count; unit++, at += width) {
        values[at] = value(unit);
      }
    },
    constant(_name, value) {
      for (let unit = 0, at = feature++; unit < count; unit++, at += width) {
        values[at] = value;
      }
    },
  });
  return {
    values,
    width,
    count,
    names: before === undefined ? names : [...before.names, ...names],
  };
}

/** A table of numbers: for each name one column with a number per unit. */
export interface FeatureTable {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** A column of `count` numbers. */
export function map(count: number, value: (i: number) => number): Float64Array {
  const column = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    column[i] = value(i);
  }
  return column;
}

/** A column of `count` times the same number. */
export function constant(count: number, value: number): Float64Array {
  return new Float64Array(count).fill(value);
}

/** An element of a column, or what stands for it beyond its ends. */
export function at(column: Float64Array, i: number, outside: number): number {
  return column[i] ?? outside;
}

/** Means of a column over all units before and all after each one. */
export function surroundings(
  name: string,
  column: Float64Array,
  before: number,
  after: number,
): Record<string, Float64Array> {
  const count = column.length;
  const sums = new Float64Array(count + 1);
  column.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value;
  });
  const total = sums[count] ?? 0;
  return {
    [`${name}Before`]: map(count, (i) => (i > 0 ? (sums[i] ?? 0) / i : before)),
    [`${name}After`]: map(count, (i) =>
      i < count - 1 ? (total - (sums[i + 1] ?? 0)) / (count - 1 - i) : after,
    ),
  };
}

/** Most (or least) of all elements before each one. */
export function running(
  column: Float64Array,
  choose: (a: number, b: number) => number,
  start: number,
): Float64Array {
  let chosen = start;
  return map(column.length, (i) => {
    const before = chosen;
    chosen = choose(chosen, at(column, i, 0));
    return before;
  });
}

/** A column of `count` numbers, one per unit. */
export function column(count: number, value: (i: number) => number): Float64Array {
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    numbers[i] = value(i);
  }
  return numbers;
}

/** Columns of `count` zeros, each call the next, up to `most` of them side by side in one buffer: one allocation is cheaper than many. */
export function columnsOf(count: number, most: number): () => Float64Array {
  const { buffer } = new Float64Array(count * most);
  let made = 0;
  return () => new Float64Array(buffer, 8 * count * made++, count);
}

/** An element of a column, or what stands for it beyond its ends. */
export function at(numbers: Float64Array, i: number, outside: number): number {
  return i >= 0 && i < numbers.length ? (numbers[i] ?? outside) : outside;
}

/** Sum of the elements before each one, and of all. */
export function runningSums(numbers: Float64Array): Float64Array {
  const sums = new Float64Array(numbers.length + 1);
  for (let i = 0; i < numbers.length; i++) {
    sums[i + 1] = (sums[i] ?? 0) + (numbers[i] ?? 0);
  }
  return sums;
}

/** The middle element by size; 0 for none. */
export function median(numbers: Float64Array): number {
  return numbers.toSorted()[Math.floor(numbers.length / 2)] ?? 0;
}

/** The mean; 0 for none. */
export function mean(numbers: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) {
    sum += numbers[i] ?? 0;
  }
  return sum / Math.max(1, numbers.length);
}

/** The largest element; −Infinity for none. */
export function mostOf(numbers: Float64Array): number {
  let most = -Infinity;
  for (let i = 0; i < numbers.length; i++) {
    most = Math.max(most, numbers[i] ?? most);
  }
  return most;
}

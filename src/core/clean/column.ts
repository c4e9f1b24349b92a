/** A column of `count` numbers, one per unit. */
export function column(count: number, value: (i: number) => number): Float64Array {
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    numbers[i] = value(i);
  }
  return numbers;
}

/** A column of `count` times the same number. */
export function constant(count: number, value: number): Float64Array {
  return new Float64Array(count).fill(value);
}

/** An element of a column, or what stands for it beyond its ends. */
export function at(numbers: Float64Array, i: number, outside: number): number {
  return numbers[i] ?? outside;
}

/** An eigenvalue of a symmetric matrix and its eigenvector, of length 1. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: readonly number[];
}

/** All eigenpairs of a symmetric matrix, largest first: Jacobi's rotations, slow and plain. */
export function eigenpairs(matrix: readonly (readonly number[])[]): Eigenpair[] {
  const size = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => new Float64Array(size).fill(1, i, i + 1));
  const read = (m: readonly Float64Array[], i: number, j: number): number => m[i]?.[j] ?? 0;
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(read(a, p, q)) > 1e-15) {
          const angle = Math.atan2(2 * read(a, p, q), read(a, q, q) - read(a, p, p)) / 2;
          const [c, s] = [Math.cos(angle), Math.sin(angle)];
          for (const m of [a, v]) {
            for (const row of m) {
              const [x, y] = [row[p] ?? 0, row[q] ?? 0];
              row[p] = c * x - s * y;
              row[q] = s * x + c * y;
            }
          }
          const [x, y] = [a[p] ?? new Float64Array(size), a[q] ?? new Float64Array(size)];
          a[p] = x.map((value, k) => c * value - s * (y[k] ?? 0));
          a[q] = x.map((value, k) => s * value + c * (y[k] ?? 0));
        }
      }
    }
  }
  return a
    .map((row, i) => ({ value: row[i] ?? 0, vector: v.map((ofRow) => ofRow[i] ?? 0) }))
    .toSorted((x, y) => y.value - x.value);
}

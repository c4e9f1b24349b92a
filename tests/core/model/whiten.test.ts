import fc from "fast-check";
import { expect, test } from "vitest";
import { gram, orthonormalize, whiten } from "../../../src/core/model/whiten.ts";

const near = (values: Iterable<number>, digits = 9): unknown[] =>
  Array.from(values, (value) => expect.closeTo(value, digits));
const identity = (width: number): number[] =>
  Array.from({ length: width * width }, (_, index) => (index % (width + 1) === 0 ? 1 : 0));

test("the products are those of each two columns", () => {
  // The columns (1, 3, 5) and (2, 4, 6).
  const both = 1 * 2 + 3 * 4 + 5 * 6;
  expect([...gram(Float64Array.of(1, 2, 3, 4, 5, 6), 2)]).toEqual([
    1 + 9 + 25,
    both,
    both,
    4 + 16 + 36,
  ]);
});

test("the first column keeps its direction, the second loses what it has of it", () => {
  // (3, 4) is 5 long; (5, 10) has 11 of its direction, (6.6, 8.8), and (−1.6, 1.2) besides, which is 2 long.
  const matrix = Float64Array.of(3, 5, 4, 10);
  orthonormalize(matrix, 2);
  expect([...matrix]).toEqual(near([3 / 5, -1.6 / 2, 4 / 5, 1.2 / 2]));
});

test("a column that the others span is left with nothing", () => {
  // The second is twice the first, the third is not; a fourth of zeros stays.
  const matrix = Float64Array.of(1, 2, 0, 0, 1, 2, 1, 0, 0, 0, 1, 0);
  orthonormalize(matrix, 4);
  expect([...gram(matrix, 4)]).toEqual(near([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]));
});

test("columns of any sizes become orthonormal", () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true });
  const entries = fc.array(entry, { minLength: 18, maxLength: 18 });
  const sizes = fc.array(fc.constantFrom(1e-9, 1, 1e6), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(entries, sizes, (values, scales) => {
      // What is drawn stands below a unit matrix, so that no column is spanned by the others.
      const matrix = Float64Array.from(
        [...identity(3), ...values],
        (value, index) => value * (scales[index % 3] ?? 1),
      );
      orthonormalize(matrix, 3);
      expect([...gram(matrix, 3)]).toEqual(near(identity(3), 12));
    }),
  );
});

test("a matrix is whitened by the products of another", () => {
  // L = [[2, 0], [3, 1]], for L Lᵀ = [[4, 6], [6, 10]]; x L⁻ᵀ = (x₁ / 2, x₂ − 3 x₁ / 2).
  const matrix = Float64Array.of(2, 3, 4, 4);
  whiten(matrix, Float64Array.of(4, 6, 6, 10), 2);
  expect([...matrix]).toEqual(near([1, 0, 2, -2]));
});

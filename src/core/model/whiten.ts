/*
 * Linear algebra on tall matrices, which are held row by row with `width` columns each.
 */

/** The products of each two columns, `width` times `width` numbers. */
export function gram(matrix: Float64Array, width: number): Float64Array {
  const products = new Float64Array(width * width);
  for (let row = 0; row < matrix.length; row += width) {
    for (let a = 0; a < width; a++) {
      const value = matrix[row + a] ?? 0;
      for (let b = 0; b < width; b++) {
        products[a * width + b] = (products[a * width + b] ?? 0) + value * (matrix[row + b] ?? 0);
      }
    }
  }
  return products;
}

/**
 * Makes the columns orthonormal, in place.
 *
 * Source: Cholesky QR, done twice since once is inaccurate: Yamamoto et al., *Roundoff error analysis of the CholeskyQR2
 * algorithm* (2015).
 */
export function orthonormalize(matrix: Float64Array, width: number): void {
  whiten(matrix, gram(matrix, width), width);
  whiten(matrix, gram(matrix, width), width);
}

/**
 * Multiplies a matrix from the right by the inverse of the transposed Cholesky factor of `products`, in place: where these
 * are the products of the columns of another matrix, multiplying that one would make its columns orthonormal.
 */
export function whiten(matrix: Float64Array, products: Float64Array, width: number): void {
  const factor = cholesky(products, width);
  const rowCount = matrix.length / width;
  for (let row = 0; row < rowCount; row++) {
    for (let a = 0; a < width; a++) {
      let value = matrix[row * width + a] ?? 0;
      for (let b = 0; b < a; b++) {
        value -= (factor[a * width + b] ?? 0) * (matrix[row * width + b] ?? 0);
      }
      const pivot = factor[a * width + a] ?? 0;
      matrix[row * width + a] = pivot > 0 ? value / pivot : 0;
    }
  }
}

/** Lower triangular L with L Lᵀ = `products`; a direction that the others span already gets a pivot of 0. */
function cholesky(products: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      let value = products[a * width + b] ?? 0;
      for (let d = 0; d < b; d++) {
        value -= (factor[a * width + d] ?? 0) * (factor[b * width + d] ?? 0);
      }
      const pivot = factor[b * width + b] ?? 0;
      const isSpanned = value <= 1e-12 * Math.abs(products[a * width + a] ?? 0);
      factor[a * width + b] =
        a === b ? (isSpanned ? 0 : Math.sqrt(value)) : pivot > 0 ? value / pivot : 0;
    }
  }
  return factor;
}

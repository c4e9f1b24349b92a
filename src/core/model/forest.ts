/**
 * Boosted regression trees: a sum of small trees, each of which looks at a few pieces of evidence.
 *
 * All trees lie one after the other in four arrays of nodes. A node either splits (`feature` below 255: go to
 * `child` when the evidence is at most `value`, else to `child + 1`) or is a leaf (`feature` is 255: its log-odds
 * are `value`).
 */
export interface Forest {
  /** Log-odds before any tree has spoken, in nats. */
  readonly base: number;
  /** Index of the first node of each tree. */
  readonly roots: Uint32Array;
  /** Index of the evidence a node looks at; 255 for a leaf. One per node. */
  readonly features: Uint8Array;
  /** Threshold of a split, log-odds (nats) of a leaf. One per node. */
  readonly values: Float32Array;
  /** Index of the lower child of a split; 0 for a leaf. One per node. */
  readonly children: Uint32Array;
}

/** The feature number that marks a leaf. */
export const LEAF = 255;

/** Log-odds of spam, in nats, that a forest gives to one row of evidence. */
export function forestLogOdds(forest: Forest, evidence: ArrayLike<number>): number {
  const { roots, features, values, children } = forest;
  let sum = forest.base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] ?? 0;
    let feature = features[node] ?? LEAF;
    while (feature !== LEAF) {
      node = (children[node] ?? 0) + ((evidence[feature] ?? 0) <= (values[node] ?? 0) ? 0 : 1);
      feature = features[node] ?? LEAF;
    }
    sum += values[node] ?? 0;
  }
  return sum;
}

/** Numbers of many units, row by row. */
export interface Rows {
  /** Element `row * width + feature`. */
  readonly values: Float64Array;
  /** Numbers in a row. */
  readonly width: number;
}

/**
 * Adds what the trees from `from` to `to` (exclusive) of a forest give to each row to its sum, in nats. Sums begin at the
 * forest's base; with all trees added they are those of {@link forestLogOdds}.
 */
export function addTrees(
  { roots, features, values, children }: Forest,
  rows: Rows,
  sums: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  // Tree by tree, so that its nodes stay in the processor's cache for all rows.
  for (let tree = from; tree < to; tree++) {
    const root = roots[tree] ?? 0;
    for (let row = 0, offset = 0; row < sums.length; row++, offset += rows.width) {
      let node = root;
      let feature = features[node] ?? LEAF;
      while (feature !== LEAF) {
        const isAbove = (rows.values[offset + feature] ?? 0) > (values[node] ?? 0);
        node = (children[node] ?? 0) + (isAbove ? 1 : 0);
        feature = features[node] ?? LEAF;
      }
      sums[row] = (sums[row] ?? 0) + (values[node] ?? 0);
    }
  }
}

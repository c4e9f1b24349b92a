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
  let sum = forest.base;
  for (let tree = 0; tree < forest.roots.length; tree++) {
    sum += treeLogOdds(forest, tree, evidence);
  }
  return sum;
}

/** What one of its trees adds to that. */
export function treeLogOdds(
  { roots, features, values, children }: Forest,
  tree: number,
  evidence: ArrayLike<number>,
): number {
  let node = roots[tree] ?? 0;
  let feature = features[node] ?? LEAF;
  while (feature !== LEAF) {
    node = (children[node] ?? 0) + ((evidence[feature] ?? 0) <= (values[node] ?? 0) ? 0 : 1);
    feature = features[node] ?? LEAF;
  }
  return values[node] ?? 0;
}

/** Numbers of many units, row by row. */
export interface Rows {
  /** Element `row * width + feature`. */
  readonly values: Float64Array;
  /** Numbers in a row. */
  readonly width: number;
}

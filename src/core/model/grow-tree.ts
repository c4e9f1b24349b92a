import { LEAF } from "./forest.ts";

/** Evidence of many paragraphs, binned: the training rows of a {@link Forest}. */
export interface BinnedRows {
  /** Number of rows. */
  readonly rowCount: number;
  /** Row-major bin numbers, `rowCount` times the number of features. */
  readonly bins: Uint8Array;
  /** For each feature the upper edge (inclusive) of each bin but the last, ascending. At most {@link MAX_BINS} − 1. */
  readonly edges: readonly Float32Array[];
}

/** Most bins that a feature is divided into. */
export const MAX_BINS = 64;

/** How a tree is grown. */
export interface TreeOptions {
  /** Most leaves of a tree: how many pieces of evidence may speak together. */
  readonly leafCount: number;
  /** Share of each tree's answer that is added, in (0, 1]. Lower needs more trees and generalises better. */
  readonly learningRate: number;
  /** Least number of rows in a leaf. */
  readonly leafRows: number;
  /** Ridge penalty on leaf values, at least 0. */
  readonly ridge: number;
  /** Share of the features that a tree may look at, in (0, 1]. */
  readonly featureShare: number;
  /**
   * The tree looks at the first so many features only.
   * @defaultValue all of them
   */
  readonly featureCount?: number;
  /** Share of the rows that a tree is grown on, in (0, 1]. */
  readonly rowShare: number;
  /** Numbers in [0, 1) that the rows and features are drawn with; pass a seeded generator. */
  readonly random: () => number;
}

/** A node while its tree grows: a leaf until `feature` is set. */
export interface TreeNode {
  feature: number;
  bin: number;
  child: number;
  value: number;
}

interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly histogram: Float64Array;
  readonly gradient: number;
  readonly curvature: number;
  readonly split: Split | undefined;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Gradient sum, curvature sum and row count of each bin. */
const CELL = 3;

/**
 * Grows one tree on the gradients and curvatures of a loss, one of each per row; rows without curvature are left out.
 *
 * Leaf by leaf, always splitting the one that gains most. Returns the nodes, the root first, the two children of a split
 * beside each other; the value of a leaf is in nats.
 */
export function growTree(
  rows: BinnedRows,
  gradients: Float64Array,
  curvatures: Float64Array,
  options: TreeOptions,
): readonly TreeNode[] {
  const featureCount = rows.edges.length;
  const features = drawShare(
    options.featureCount ?? featureCount,
    options.featureShare,
    options.random,
  );
  const order = drawShare(rows.rowCount, options.rowShare, options.random).filter(
    (row) => (curvatures[row] ?? 0) > 0,
  );
  const histogramOf = (from: number, to: number): Float64Array => {
    const histogram = new Float64Array(featureCount * MAX_BINS * CELL);
    for (let at = from; at < to; at++) {
      const row = order[at] ?? 0;
      const gradient = gradients[row] ?? 0;
      const curvature = curvatures[row] ?? 0;
      const offset = row * featureCount;
      for (let i = 0; i < features.length; i++) {
        const feature = features[i] ?? 0;
        const cell = (feature * MAX_BINS + (rows.bins[offset + feature] ?? 0)) * CELL;
        histogram[cell] = (histogram[cell] ?? 0) + gradient;
        histogram[cell + 1] = (histogram[cell + 1] ?? 0) + curvature;
        histogram[cell + 2] = (histogram[cell + 2] ?? 0) + 1;
      }
    }
    return histogram;
  };
  const leafOf = (node: number, from: number, to: number, histogram: Float64Array): Leaf => {
    let gradient = 0;
    let curvature = 0;
    for (let at = from; at < to; at++) {
      const row = order[at] ?? 0;
      gradient += gradients[row] ?? 0;
      curvature += curvatures[row] ?? 0;
    }
    const sums = { gradient, curvature, rowCount: to - from };
    return {
      node,
      from,
      to,
      histogram,
      gradient,
      curvature,
      split: bestSplit(histogram, features, rows.edges, sums, options),
    };
  };
  const nodes: TreeNode[] = [{ feature: LEAF, bin: 0, child: 0, value: 0 }];
  const leaves: Leaf[] = [leafOf(0, 0, order.length, histogramOf(0, order.length))];
  while (leaves.length < options.leafCount) {
    const index = indexOfBestLeaf(leaves);
    const leaf = leaves[index];
    if (leaf?.split === undefined) {
      break;
    }
    const { feature, bin } = leaf.split;
    const middle = partition(
      order,
      leaf.from,
      leaf.to,
      (row) => (rows.bins[row * featureCount + feature] ?? 0) <= bin,
    );
    const child = nodes.length;
    nodes[leaf.node] = { feature, bin, child, value: 0 };
    nodes.push(
      { feature: LEAF, bin: 0, child: 0, value: 0 },
      { feature: LEAF, bin: 0, child: 0, value: 0 },
    );
    const isLowerSmall = middle - leaf.from < leaf.to - middle;
    const small = isLowerSmall ? histogramOf(leaf.from, middle) : histogramOf(middle, leaf.to);
    const large = leaf.histogram;
    for (let cell = 0; cell < large.length; cell++) {
      large[cell] = (large[cell] ?? 0) - (small[cell] ?? 0);
    }
    leaves[index] = leafOf(child, leaf.from, middle, isLowerSmall ? small : large);
    leaves.push(leafOf(child + 1, middle, leaf.to, isLowerSmall ? large : small));
  }
  for (const leaf of leaves) {
    const node = nodes[leaf.node];
    if (node !== undefined) {
      node.value = Math.fround(
        (-options.learningRate * leaf.gradient) / (leaf.curvature + options.ridge),
      );
    }
  }
  return nodes;
}

function bestSplit(
  histogram: Float64Array,
  features: Uint32Array,
  edges: readonly Float32Array[],
  total: { readonly gradient: number; readonly curvature: number; readonly rowCount: number },
  options: TreeOptions,
): Split | undefined {
  const { ridge, leafRows } = options;
  const score = (gradient: number, curvature: number): number =>
    (gradient * gradient) / (curvature + ridge);
  const whole = score(total.gradient, total.curvature);
  let best: Split | undefined;
  for (const feature of features) {
    let gradient = 0;
    let curvature = 0;
    let rowCount = 0;
    const binCount = edges[feature]?.length ?? 0;
    for (let bin = 0; bin < binCount; bin++) {
      const cell = (feature * MAX_BINS + bin) * CELL;
      gradient += histogram[cell] ?? 0;
      curvature += histogram[cell + 1] ?? 0;
      rowCount += histogram[cell + 2] ?? 0;
      if (rowCount < leafRows || total.rowCount - rowCount < leafRows) {
        continue;
      }
      const gain =
        score(gradient, curvature) +
        score(total.gradient - gradient, total.curvature - curvature) -
        whole;
      if (gain > (best?.gain ?? 1e-6)) {
        best = { gain, feature, bin };
      }
    }
  }
  return best;
}

function indexOfBestLeaf(leaves: readonly Leaf[]): number {
  let best = 0;
  leaves.forEach((leaf, index) => {
    if ((leaf.split?.gain ?? 0) > (leaves[best]?.split?.gain ?? 0)) {
      best = index;
    }
  });
  return best;
}

/** Moves the rows that belong to the lower child to the front of a stretch, keeping their order; returns where the others start. */
function partition(
  order: Uint32Array,
  from: number,
  to: number,
  isLower: (row: number) => boolean,
): number {
  const upper: number[] = [];
  let write = from;
  for (let at = from; at < to; at++) {
    const row = order[at] ?? 0;
    if (isLower(row)) {
      order[write++] = row;
    } else {
      upper.push(row);
    }
  }
  order.set(upper, write);
  return write;
}

/** Draws a share of the numbers below `count`, at least one, ascending. */
function drawShare(count: number, share: number, random: () => number): Uint32Array {
  const drawn: number[] = [];
  for (let index = 0; index < count; index++) {
    if (share >= 1 || random() < share) {
      drawn.push(index);
    }
  }
  return Uint32Array.from(drawn.length > 0 ? drawn : [0]);
}

/** Value of the leaf that a row falls into, in nats. */
export function leafValue(nodes: readonly TreeNode[], rows: BinnedRows, row: number): number {
  const offset = row * rows.edges.length;
  let node = nodes[0];
  while (node !== undefined && node.feature !== LEAF) {
    node = nodes[node.child + ((rows.bins[offset + node.feature] ?? 0) <= node.bin ? 0 : 1)];
  }
  return node?.value ?? 0;
}

import { type Forest, LEAF, type Rows, treeLogOdds } from "./forest.ts";

/** Most leaves of a tree: one bit of a word for each. */
const MOST_LEAVES = 32;
/** Most trees that are scored together. */
const MOST_TREES = 65_536;
/** Rows that are walked down before a scorer is made: one short article is scored sooner than that is. */
const ROWS_WALKED = 48;

/** All leaves may still be the one that a row comes to; the first leaf is the highest bit. */
const ALL_LEAVES = -1;

/** Some trees of a forest, by what they look at instead of by where they branch. */
interface Scorer {
  /** Features that are looked at, ascending. */
  readonly features: Uint8Array;
  /** Where the splits of each of those features end in the three arrays below. */
  readonly ends: Uint32Array;
  /** Threshold of each split; ascending within a feature. */
  readonly thresholds: Float64Array;
  /** Number of the tree of each split, from 0. */
  readonly trees: Uint16Array;
  /** Bits of the leaves that are left when the evidence is above the threshold: all but those under the lower child. */
  readonly masks: Int32Array;
  /** Log-odds of the leaves of each tree from left to right, `MOST_LEAVES` for each tree; in nats. */
  readonly leaves: Float32Array;
  readonly treeCount: number;
}

/** Some trees of a forest that have been asked for. */
interface ForestPart {
  rowsWalked: number;
  /** Undefined before it is made, and when a tree has too many leaves. */
  scorer: Scorer | undefined;
}

const partsByForest = new WeakMap<Forest, Map<string, ForestPart>>();

/**
 * Adds what the trees from `from` to `to` (exclusive) of a forest give to each row to its sum, in nats. Sums begin at the
 * forest's base; with all trees added they are those of {@link forestLogOdds}.
 *
 * A tree is not walked from its root, where a processor guesses each turn and guesses half of them wrong. All splits of all trees that
 * look at one feature lie in a row, sorted; as far as the row's number is above them, each takes away the leaves that can no longer be
 * reached. Of those that remain in a tree the first is the one that a walk would have come to.
 *
 * Source: Lucchese et al., *QuickScorer: a Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees* (2015).
 */
export function addTrees(
  forest: Forest,
  rows: Rows,
  sums: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const scorer = scorerFor(sums.length, forest, from, to);
  if (scorer === undefined) {
    addByWalking(forest, rows, sums, { from, to });
    return;
  }
  const { features, ends, thresholds, trees, masks, leaves, treeCount } = scorer;
  const { values, width } = rows;
  const left = new Int32Array(treeCount);
  for (let row = 0, offset = 0; row < sums.length; row++, offset += width) {
    left.fill(ALL_LEAVES);
    let split = 0;
    for (let at = 0; at < features.length; at++) {
      const value = values[offset + (features[at] ?? 0)] ?? 0;
      const end = ends[at] ?? 0;
      for (; split < end && value > (thresholds[split] ?? 0); split++) {
        const tree = trees[split] ?? 0;
        left[tree] = (left[tree] ?? 0) & (masks[split] ?? 0);
      }
      split = end;
    }
    let sum = sums[row] ?? 0;
    for (let tree = 0, first = 0; tree < treeCount; tree++, first += MOST_LEAVES) {
      sum += leaves[first + Math.clz32(left[tree] ?? 0)] ?? 0;
    }
    sums[row] = sum;
  }
}

/** The same, tree by tree from the root: for few rows, and for trees of more leaves than a word has bits. */
function addByWalking(
  forest: Forest,
  { values, width }: Rows,
  sums: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let row = 0; row < sums.length; row++) {
    const evidence = values.subarray(row * width, (row + 1) * width);
    let sum = sums[row] ?? 0;
    for (let tree = from; tree < to; tree++) {
      sum += treeLogOdds(forest, tree, evidence);
    }
    sums[row] = sum;
  }
}

/** The scorer of the trees from `from` to `to`, for so many rows; undefined when they are to be walked down. */
function scorerFor(rowCount: number, forest: Forest, from: number, to: number): Scorer | undefined {
  const parts = partsByForest.get(forest) ?? new Map<string, ForestPart>();
  partsByForest.set(forest, parts);
  const key = `${from}-${to}`;
  const part = parts.get(key) ?? { rowsWalked: 0, scorer: undefined };
  parts.set(key, part);
  if (part.rowsWalked <= ROWS_WALKED) {
    part.rowsWalked += rowCount;
    if (part.rowsWalked > ROWS_WALKED) part.scorer = makeScorer(forest, from, to);
  }
  return part.scorer;
}

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly tree: number;
  readonly mask: number;
}

/** Undefined when a tree has too many leaves. */
function makeScorer(forest: Forest, from: number, to: number): Scorer | undefined {
  const treeCount = to - from;
  if (treeCount > MOST_TREES) {
    return undefined;
  }
  const leaves = new Float32Array(treeCount * MOST_LEAVES);
  const splits: Split[] = [];
  for (let tree = 0; tree < treeCount; tree++) {
    const ofTree = leaves.subarray(tree * MOST_LEAVES, (tree + 1) * MOST_LEAVES);
    const place = { node: forest.roots[from + tree] ?? 0, tree, depth: 0, first: 0 };
    if (listSplits(forest, place, ofTree, splits) > MOST_LEAVES) {
      return undefined;
    }
  }
  splits.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold);
  const features = [...new Set(splits.map(({ feature }) => feature))];
  return {
    features: Uint8Array.from(features),
    ends: Uint32Array.from(
      features,
      (feature) => splits.findLastIndex((split) => split.feature === feature) + 1,
    ),
    thresholds: Float64Array.from(splits, ({ threshold }) => threshold),
    trees: Uint16Array.from(splits, ({ tree }) => tree),
    masks: Int32Array.from(splits, ({ mask }) => mask),
    leaves,
    treeCount,
  };
}

/** A node of a tree. */
interface Place {
  readonly node: number;
  readonly tree: number;
  /** Number of splits above it. */
  readonly depth: number;
  /** Number of the first leaf at or under it. */
  readonly first: number;
}

/**
 * Lists the splits at and under a node, and writes down its leaves; returns the number of the leaf behind its last. Gives up when there are
 * more leaves than a word has bits: a deep tree has as many as splits above one of them.
 */
function listSplits(
  forest: Forest,
  { node, tree, depth, first }: Place,
  leaves: Float32Array,
  splits: Split[],
): number {
  if (depth >= MOST_LEAVES || first >= MOST_LEAVES) {
    return MOST_LEAVES + 1;
  }
  const feature = forest.features[node] ?? LEAF;
  const value = forest.values[node] ?? 0;
  if (feature === LEAF) {
    leaves[first] = value;
    return first + 1;
  }
  const child = forest.children[node] ?? 0;
  const lower = { node: child, tree, depth: depth + 1, first };
  const middle = listSplits(forest, lower, leaves, splits);
  splits.push({ feature, threshold: value, tree, mask: ~leafBits(first, middle) });
  const upper = { node: child + 1, tree, depth: depth + 1, first: middle };
  return listSplits(forest, upper, leaves, splits);
}

/** The bits of the leaves from `from` to `to`, exclusive; the first leaf is the highest bit. */
function leafBits(from: number, to: number): number {
  let bits = 0;
  for (let leaf = from; leaf < Math.min(to, MOST_LEAVES); leaf++) {
    bits |= 1 << (MOST_LEAVES - 1 - leaf);
  }
  return bits;
}

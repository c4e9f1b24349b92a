import { type Forest, LEAF } from "./forest.ts";
import {
  type BinnedRows,
  growTree,
  leafValue,
  type TreeNode,
  type TreeOptions,
} from "./grow-tree.ts";

/** Options for {@link trainForest}. */
export interface BoostOptions extends TreeOptions {
  /** Number of trees. More fit closer and cost time. */
  readonly treeCount: number;
}

/**
 * Trains boosted trees on the logistic loss; the sum of the trees is the log-odds that a row's label is 1.
 *
 * Trees grow leaf by leaf, always splitting the leaf that gains most, on histograms of binned evidence. `labels` and
 * `weights` have one element per row; a row of weight 0 is not learnt from. The same input gives the same forest, bit for bit.
 *
 * @throws {RangeError} All rows have the same label.
 *
 * Source: Friedman, *Greedy Function Approximation: A Gradient Boosting Machine* (2001), §4.4; second-order gain and leaf
 * values after Chen and Guestrin, *XGBoost* (2016), equations 5 to 7; histograms with subtraction after Ke et al.,
 * *LightGBM* (2017), §2.
 */
export function trainForest(
  rows: BinnedRows,
  labels: Uint8Array,
  weights: Float32Array,
  options: BoostOptions,
): Forest {
  const { rowCount } = rows;
  let weightSum = 0;
  let spamSum = 0;
  for (let row = 0; row < rowCount; row++) {
    weightSum += weights[row] ?? 0;
    spamSum += (weights[row] ?? 0) * (labels[row] ?? 0);
  }
  if (!(spamSum > 0 && spamSum < weightSum)) {
    throw new RangeError("trainForest: there must be rows of both labels");
  }
  const base = Math.fround(Math.log(spamSum / (weightSum - spamSum)));
  const logOdds = new Float64Array(rowCount).fill(base);
  const gradients = new Float64Array(rowCount);
  const curvatures = new Float64Array(rowCount);
  const nodes: ForestNodes = { roots: [], features: [], values: [], children: [] };
  for (let tree = 0; tree < options.treeCount; tree++) {
    for (let row = 0; row < rowCount; row++) {
      const probability = 1 / (1 + Math.exp(-(logOdds[row] ?? 0)));
      const weight = weights[row] ?? 0;
      gradients[row] = weight * (probability - (labels[row] ?? 0));
      curvatures[row] = weight * probability * (1 - probability);
    }
    const grown = growTree(rows, gradients, curvatures, options);
    for (let row = 0; row < rowCount; row++) {
      logOdds[row] = (logOdds[row] ?? 0) + leafValue(grown, rows, row);
    }
    appendTree(nodes, grown, rows.edges);
  }
  return {
    base,
    roots: Uint32Array.from(nodes.roots),
    features: Uint8Array.from(nodes.features),
    values: Float32Array.from(nodes.values),
    children: Uint32Array.from(nodes.children),
  };
}

interface ForestNodes {
  readonly roots: number[];
  readonly features: number[];
  readonly values: number[];
  readonly children: number[];
}

function appendTree(
  forest: ForestNodes,
  nodes: readonly TreeNode[],
  edges: readonly Float32Array[],
): void {
  const root = forest.features.length;
  forest.roots.push(root);
  for (const node of nodes) {
    forest.features.push(node.feature);
    forest.values.push(node.feature === LEAF ? node.value : (edges[node.feature]?.[node.bin] ?? 0));
    forest.children.push(node.feature === LEAF ? 0 : root + node.child);
  }
}

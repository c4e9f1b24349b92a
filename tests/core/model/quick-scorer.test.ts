import fc from "fast-check";
import { expect, test } from "vitest";
import { type Forest, forestLogOdds, LEAF } from "../../../src/core/model/forest.ts";
import { addTrees } from "../../../src/core/model/quick-scorer.ts";

/** A tree: a leaf's log-odds, or what it asks and the two trees under that. */
type Tree =
  | { readonly leaf: number }
  | { readonly feature: number; readonly threshold: number; readonly under: readonly [Tree, Tree] };

const WIDTH = 4;
const numbers = fc.constantFrom(-1, -0.5, 0, 0.5, 1, 2);

function treesUpTo(depth: number): fc.Arbitrary<Tree> {
  const leaf = fc.record({ leaf: fc.double({ min: -4, max: 4, noNaN: true }).map(Math.fround) });
  if (depth === 0) return leaf;
  const split = fc.record({
    feature: fc.nat({ max: WIDTH - 1 }),
    threshold: numbers,
    under: fc.tuple(treesUpTo(depth - 1), treesUpTo(depth - 1)),
  });
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 4, arbitrary: split });
}

/** A chain of splits, each with a leaf on one side: as many leaves as splits, and one more. */
function chain(splits: number, side: 0 | 1): Tree {
  let tree: Tree = { leaf: 100 };
  for (let depth = splits; depth > 0; depth--) {
    const leaf: Tree = { leaf: depth };
    const under: readonly [Tree, Tree] = side === 0 ? [tree, leaf] : [leaf, tree];
    tree = { feature: depth % WIDTH, threshold: (depth % 5) - 1, under };
  }
  return tree;
}

function forestOf(trees: readonly Tree[]): Forest {
  const roots: number[] = [];
  const nodes: { feature: number; value: number; child: number }[] = [];
  const place = (tree: Tree, node: number): void => {
    if ("leaf" in tree) {
      nodes[node] = { feature: LEAF, value: tree.leaf, child: 0 };
      return;
    }
    const child = nodes.length;
    nodes[node] = { feature: tree.feature, value: tree.threshold, child };
    nodes.push({ feature: LEAF, value: 0, child: 0 }, { feature: LEAF, value: 0, child: 0 });
    place(tree.under[0], child);
    place(tree.under[1], child + 1);
  };
  for (const tree of trees) {
    roots.push(nodes.length);
    nodes.push({ feature: LEAF, value: 0, child: 0 });
    place(tree, nodes.length - 1);
  }
  return {
    base: 0.25,
    roots: Uint32Array.from(roots),
    features: Uint8Array.from(nodes, ({ feature }) => feature),
    values: Float32Array.from(nodes, ({ value }) => value),
    children: Uint32Array.from(nodes, ({ child }) => child),
  };
}

const rowsOf = fc.array(fc.tuple(numbers, numbers, numbers, numbers), { maxLength: 6 });

/** More rows than are walked before trees are put together to be scored. */
const MANY = 50;

/** The sums that trees give to rows when they are added in two parts. */
function inParts(forest: Forest, rows: readonly (readonly number[])[], middle: number): number[] {
  const sums = new Float64Array(rows.length).fill(forest.base);
  const table = { values: Float64Array.from(rows.flat()), width: WIDTH };
  addTrees(forest, table, sums, { from: 0, to: middle });
  addTrees(forest, table, sums, { from: middle, to: forest.roots.length });
  return [...sums];
}

/** The same after so many rows that the trees have been put together. */
function inPartsLater(...args: Parameters<typeof inParts>): number[] {
  const [forest, , middle] = args;
  inParts(
    forest,
    Array.from({ length: MANY }, () => [0, 0, 0, 0]),
    middle,
  );
  return inParts(...args);
}

test("trees that are added in parts give each row what walking all of them gives it", () => {
  fc.assert(
    fc.property(
      fc.array(treesUpTo(5), { maxLength: 5 }),
      rowsOf,
      fc.nat({ max: 5 }),
      (trees, rows, cut) => {
        const forest = forestOf(trees);
        const expected = rows.map((row) => forestLogOdds(forest, row));
        const middle = Math.min(cut, trees.length);
        expect(inParts(forest, rows, middle)).toEqual(expected);
        expect(inPartsLater(forest, rows, middle)).toEqual(expected);
      },
    ),
  );
});

test.each([
  ["31 splits: as many leaves as a word has bits", 31],
  ["32 splits: one leaf too many", 32],
  ["a thousand splits", 1000],
])("%s, leaning to either side", (_, splits) => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const forest = forestOf([chain(splits, 0), chain(splits, 1), { leaf: 0.5 }]);
      expect(inPartsLater(forest, rows, 1)).toEqual(rows.map((row) => forestLogOdds(forest, row)));
    }),
  );
});

test("a tree that shares its nodes a thousandfold is scored in no time", () => {
  const splits = 1000;
  const features = new Uint8Array(splits + 2).fill(0, 0, splits).fill(LEAF, splits);
  const forest: Forest = {
    base: 0,
    roots: Uint32Array.of(0),
    features,
    values: new Float32Array(splits + 2).fill(1),
    children: Uint32Array.from(features, (_, node) => Math.min(node + 1, splits)),
  };
  const sums = new Float64Array(MANY);
  addTrees(forest, { values: new Float64Array(MANY), width: 1 }, sums, { from: 0, to: 1 });
  expect(sums).toEqual(new Float64Array(MANY).fill(1));
});

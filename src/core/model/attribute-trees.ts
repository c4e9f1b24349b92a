import { type Forest, LEAF, type Rows } from "./forest.ts";

/** Into which kinds features are sorted. */
export interface TreeKinds {
  /** Number of the kind of each feature. */
  readonly kindOf: Uint8Array;
  readonly kindCount: number;
}

/**
 * What each kind of evidence adds to the log-odds that a forest gives to a row, in nats: with the forest's base, the parts are the
 * sum of `forestLogOdds`.
 *
 * The forest keeps no more of a tree than its leaves, so what a tree says is divided in equal parts among the splits that led
 * there. (With the means of the inner nodes, each split would get its own share: Saabas, *Interpreting random forests*, 2014.) A
 * tree of one leaf belongs to the base.
 *
 * @returns `parts` by the number of the kind; `base` with what belongs to no feature.
 */
export function attributeTrees(
  { base, roots, features, values, children }: Forest,
  rows: Rows,
  row: number,
  { kindOf, kindCount }: TreeKinds,
): { readonly base: number; readonly parts: Float64Array } {
  const parts = new Float64Array(kindCount);
  const offset = row * rows.width;
  let bare = base;
  const way: number[] = [];
  for (const root of roots) {
    way.length = 0;
    let node = root;
    for (let feature = features[node] ?? LEAF; feature !== LEAF; feature = features[node] ?? LEAF) {
      way.push(kindOf[feature] ?? 0);
      const isAbove = (rows.values[offset + feature] ?? 0) > (values[node] ?? 0);
      node = (children[node] ?? 0) + (isAbove ? 1 : 0);
    }
    const said = values[node] ?? 0;
    if (way.length === 0) bare += said;
    for (const kind of way) parts[kind] = (parts[kind] ?? 0) + said / way.length;
  }
  return { base: bare, parts };
}

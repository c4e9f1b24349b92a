import { DisjointSets } from "./disjoint-sets.ts";

/** Groups that share this much of their documents are one campaign, in (0, 1]. */
const LEAST_SHARED = 0.5;

/** Of a document, the pairs of so many groups are looked at. */
const MOST_GROUPS = 100;

/**
 * Unites groups of copies that stand in the same documents, as the paragraphs of one template do: at least half of the documents of
 * both together have both.
 *
 * @param documentsOf - For each group, the numbers of its documents, each once.
 * @returns Indices of the groups of each campaign.
 */
export function uniteGroups(documentsOf: readonly ReadonlySet<number>[]): number[][] {
  const groupsOf = new Map<number, number[]>();
  for (const [group, documents] of documentsOf.entries()) {
    for (const document of documents) {
      const groups = groupsOf.get(document) ?? [];
      if (groups.length < MOST_GROUPS) groups.push(group);
      groupsOf.set(document, groups);
    }
  }
  const shared = new Map<string, { one: number; other: number; count: number }>();
  for (const groups of groupsOf.values()) {
    for (const [index, one] of groups.entries()) {
      for (const other of groups.slice(index + 1)) {
        const key = `${one},${other}`;
        const pair = shared.get(key) ?? { one, other, count: 0 };
        pair.count += 1;
        shared.set(key, pair);
      }
    }
  }
  const sets = new DisjointSets(documentsOf.length);
  for (const { one, other, count } of shared.values()) {
    const all = (documentsOf[one]?.size ?? 0) + (documentsOf[other]?.size ?? 0) - count;
    if (count >= LEAST_SHARED * all) sets.unite(one, other);
  }
  return sets.sets();
}

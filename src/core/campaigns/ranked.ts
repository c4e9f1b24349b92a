/** How often something occurs. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Counts in the order of their size, the largest first; those of one size by their names. */
export function ranked(counts: ReadonlyMap<string, number>): Count[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

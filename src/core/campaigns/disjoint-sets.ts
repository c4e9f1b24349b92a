/** Sets of numbers that are united two by two. Source: Tarjan, *Efficiency of a good but not linear set union algorithm* (1975). */
export class DisjointSets {
  readonly #parents: Uint32Array;

  /** Makes a set of each number below `count`. */
  constructor(count: number) {
    this.#parents = Uint32Array.from({ length: count }, (_, index) => index);
  }

  /** The number that stands for the set of a number. */
  find(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? 0;
    for (let at = index; at !== root;) {
      const next = this.#parents[at] ?? 0;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  /** Makes one set of two. */
  unite(one: number, other: number): void {
    const [first, second] = [this.find(one), this.find(other)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** All sets, the largest first. */
  sets(): number[][] {
    const byRoot = new Map<number, number[]>();
    for (const index of this.#parents.keys()) {
      const root = this.find(index);
      const set = byRoot.get(root);
      if (set === undefined) byRoot.set(root, [index]);
      else set.push(index);
    }
    return [...byRoot.values()].toSorted((one, other) => other.length - one.length);
  }
}

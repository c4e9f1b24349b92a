import { DisjointSets } from "./disjoint-sets.ts";
import { resemblance, SIGNATURE_LENGTH, signatureOf } from "./min-hash.ts";

/** Options for {@link groupCopies}. */
export interface GroupOptions {
  /**
   * Least share of two texts that must be the same for them to be copies, in (0, 1]. Lower finds copies that were rewritten more, and
   * takes more for copies that are none: on 9,582 real paragraphs of spam, 99 % of the pairs at 0.5 are of one operator, 96 % at 0.4.
   * @defaultValue 0.5
   */
  readonly leastResemblance?: number;
}

/** Numbers of a signature that make a band: texts are compared when they have one band in common. */
const BAND = 3;

/**
 * Groups texts that are near copies of each other; a copy of a copy belongs to the group too. Texts that have no copy are in no
 * group.
 *
 * Takes time in proportion to the number of texts, but for one that is like very many others.
 *
 * Source: Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets* (2014), §3.4: locality-sensitive hashing of signatures in
 * bands.
 *
 * @returns Indices of the texts of each group, in order; the largest group first.
 */
export function groupCopies(texts: readonly string[], options: GroupOptions = {}): number[][] {
  const { leastResemblance = 0.5 } = options;
  if (!(leastResemblance > 0 && leastResemblance <= 1)) {
    throw new RangeError(
      `groupCopies: leastResemblance must be in (0, 1], got ${leastResemblance}`,
    );
  }
  const signatures = texts.map(signatureOf);
  const groups = new DisjointSets(texts.length);
  for (let band = 0; band < SIGNATURE_LENGTH; band += BAND) {
    const firstInBand = new Map<string, number>();
    for (const [index, signature] of signatures.entries()) {
      if (signature === undefined) continue;
      const key = signature.subarray(band, band + BAND).join();
      const first = firstInBand.get(key);
      if (first === undefined) {
        firstInBand.set(key, index);
        continue;
      }
      const other = signatures[first];
      if (other === undefined || groups.find(first) === groups.find(index)) continue;
      if (resemblance(signature, other) >= leastResemblance) groups.unite(first, index);
    }
  }
  return groups.sets().filter((group) => group.length > 1);
}

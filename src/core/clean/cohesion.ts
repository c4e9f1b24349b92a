import { column } from "./column.ts";
import type { DocumentWords } from "./document-words.ts";

/** How each unit hangs together with those around it; one element per unit in each array. */
export interface Cohesion {
  /**
   * Share of the unit's inverse-document-frequency mass whose words stand in units close by, too, and nowhere else in the
   * document; in [0, 1].
   */
  readonly localShare: Float64Array;
  /** Most units that hold one and the same of the unit's brand-like words; 0 without one. */
  readonly brandUnits: Float64Array;
}

/** How far, in units, another one may be to be close by. */
const REACH = 3;

/**
 * Looks for words that a few neighbouring units have to themselves: an injected block names its brand in every paragraph, and
 * the article around it never does.
 */
export function cohesion(words: DocumentWords): Cohesion {
  const first = new Int32Array(words.size).fill(-1);
  const last = new Int32Array(words.size);
  const unitCount = new Int32Array(words.size);
  words.units.forEach((unit, i) => {
    for (const word of unit.words) {
      first[word] = first[word] === -1 ? i : (first[word] ?? i);
      last[word] = i;
      unitCount[word] = (unitCount[word] ?? 0) + 1;
    }
  });
  const localShare = column(words.units.length, (i) => {
    let mass = 0;
    let local = 0;
    for (const word of words.units[i]?.words ?? []) {
      const weight = words.idf[word] ?? 0;
      const isClose = (first[word] ?? 0) >= i - REACH && (last[word] ?? 0) <= i + REACH;
      mass += weight;
      local += isClose && (unitCount[word] ?? 0) > 1 ? weight : 0;
    }
    return mass > 0 ? local / mass : 0;
  });
  const brandUnits = column(words.units.length, (i) =>
    (words.units[i]?.brands ?? []).reduce((most, word) => Math.max(most, unitCount[word] ?? 0), 0),
  );
  return { localShare, brandUnits };
}

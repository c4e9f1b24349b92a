/** A source of pseudo-random numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded generator; the same seed gives the same numbers on every machine.
 *
 * Source: mulberry32 by Tommy Ettinger (2017), a 32-bit counter passed through a mixing function.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A uniformly drawn whole number from `least` to `most`, both included. */
export function drawInteger(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** A uniformly drawn element. @throws {RangeError} The list is empty. */
export function drawOne<T>(random: Random, list: readonly T[]): T {
  const drawn = list[Math.floor(random() * list.length)];
  if (drawn === undefined) {
    throw new RangeError("drawOne: the list must not be empty");
  }
  return drawn;
}

/** Draws an element with a chance in proportion to its weight; weights must not be negative nor all zero. */
export function drawWeighted<T>(
  random: Random,
  list: readonly T[],
  weightOf: (element: T) => number,
): T {
  let left = random() * list.reduce((sum, element) => sum + weightOf(element), 0);
  for (const element of list) {
    left -= weightOf(element);
    if (left < 0) {
      return element;
    }
  }
  return drawOne(random, list.slice(-1));
}

/**
 * Which elements of `before` are still there in `after`: the longest run that both have, then the same on the left and on
 * the right of it. Of runs of one length the one that begins first in `before` counts, then the one first in `after`.
 *
 * Source: Ratcliff and Metzener, *Pattern Matching: The Gestalt Approach* (1988), in the form of Python's
 * `difflib.SequenceMatcher` with `autojunk=False`, whose answers these are.
 */
export function matchingElements(
  before: readonly string[],
  after: readonly string[],
): readonly boolean[] {
  const isMatched: boolean[] = before.map(() => false);
  const places = new Map<string, number[]>();
  after.forEach((element, index) => {
    const found = places.get(element);
    if (found === undefined) places.set(element, [index]);
    else found.push(index);
  });
  const waiting: Region[] = [
    { fromBefore: 0, toBefore: before.length, fromAfter: 0, toAfter: after.length },
  ];
  for (let region = waiting.pop(); region !== undefined; region = waiting.pop()) {
    const { inBefore, inAfter, length } = longestRun(before, places, region);
    if (length === 0) continue;
    isMatched.fill(true, inBefore, inBefore + length);
    waiting.push(
      { ...region, toBefore: inBefore, toAfter: inAfter },
      { ...region, fromBefore: inBefore + length, fromAfter: inAfter + length },
    );
  }
  return isMatched;
}

interface Region {
  readonly fromBefore: number;
  readonly toBefore: number;
  readonly fromAfter: number;
  readonly toAfter: number;
}

interface Run {
  readonly inBefore: number;
  readonly inAfter: number;
  readonly length: number;
}

/** The longest run of elements that both have in a region; of length 0 when they share none. */
function longestRun(
  before: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  { fromBefore, toBefore, fromAfter, toAfter }: Region,
): Run {
  let longest: Run = { inBefore: fromBefore, inAfter: fromAfter, length: 0 };
  /** Length of the run that ends with the element before, by the place in `after` at which it ends. */
  let lengths = new Map<number, number>();
  for (let index = fromBefore; index < toBefore; index++) {
    const next = new Map<number, number>();
    for (const place of places.get(before[index] ?? "") ?? []) {
      if (place < fromAfter) continue;
      if (place >= toAfter) break;
      const length = (lengths.get(place - 1) ?? 0) + 1;
      next.set(place, length);
      if (length > longest.length) {
        longest = { inBefore: index - length + 1, inAfter: place - length + 1, length };
      }
    }
    lengths = next;
  }
  return longest;
}

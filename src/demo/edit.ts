/** What an edit did to a list of paragraphs: from `start` on, so many are gone and so many new ones stand in their place. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** The edit that makes one list (or string) of another: what both have in common at their heads and tails is left alone. */
export function editBetween(before: ArrayLike<string>, after: ArrayLike<string>): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < most - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return { start, removed: before.length - start - tail, added: after.length - start - tail };
}

/** Some paragraphs, with what is remembered about each. */
export interface Remembered<T> {
  readonly texts: readonly string[];
  readonly marks: readonly T[];
}

/**
 * What is remembered about paragraphs, after an edit; `fresh` for those that are new. A paragraph that was itself edited
 * is still the same one when half of the longer text is unchanged at its head and tail.
 */
export function carriedOver<T>(
  before: Remembered<T>,
  after: readonly string[],
  fresh: T,
): readonly T[] {
  const { start, removed, added } = editBetween(before.texts, after);
  const marks = after.slice(start, start + added).map((text, index) => {
    const former = index < removed ? before.texts[start + index] : undefined;
    const isSame = former !== undefined && isEdited(former, text);
    return isSame ? (before.marks[start + index] ?? fresh) : fresh;
  });
  return before.marks.toSpliced(start, removed, ...marks);
}

function isEdited(before: string, after: string): boolean {
  const { removed, added } = editBetween(before, after);
  const longer = Math.max(before.length, after.length);
  return 2 * Math.max(removed, added) <= longer;
}

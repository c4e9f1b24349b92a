import fc from "fast-check";
import { expect, test } from "vitest";
import { matchingElements } from "../../../src/core/evaluate/matching-elements.ts";

/** The elements of `before` that match, the others as dots. */
function match(before: string, after: string): string {
  const isMatched = matchingElements([...before], [...after]);
  return [...before].map((element, index) => (isMatched[index] === true ? element : ".")).join("");
}

test.for([
  ["abcdef", "abcdef", "abcdef"],
  ["abcdef", "abef", "ab..ef"],
  ["abcdef", "", "......"],
  ["", "abc", ""],
  // "bcd" is the longest run; to the left of it only "a" is left, which stands to the right of it in the other.
  ["abcd", "bcda", ".bcd"],
  // Of two runs of one length the first counts; nothing is left of it then.
  ["abxab", "ab", "ab..."],
  // The longest run, "cde", comes first, then "ab" on the left and "g" on the right.
  ["abxcdeyg", "ab1cde2g", "ab.cde.g"],
] as const)("%s and %s have %s in common", ([before, after, common]) => {
  expect(match(before, after)).toBe(common);
});

test("a list without some of its elements, none of which occurs twice, matches in all the others", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.infiniteStream(fc.boolean()), (numbers, coins) => {
      const before = numbers.map(String);
      const isKept = before.map(() => coins.next().value);
      const after = before.filter((_, index) => isKept[index]);
      expect(matchingElements(before, after)).toEqual(isKept);
    }),
  );
});

import { expect, test } from "vitest";
import { boundaryError } from "../../../src/core/evaluate/boundary-error.ts";

/** One letter per paragraph: `s` spam, `n` news; below it `x` where it is cut. */
function errorOf(labels: string, cuts: string) {
  return boundaryError(
    [...labels].map((label, index) => ({
      isSpam: label === "s",
      isCut: cuts.charAt(index) === "x",
    })),
  );
}

test.for([
  ["a tail found has one boundary", "nnnss", "---xx", 1, 0],
  ["a tail cut one paragraph early", "nnnss", "--xxx", 1, 1],
  ["a tail cut one paragraph late", "nnnss", "----x", 1, 1],
  ["a tail not cut is off by its length", "nnsss", "-----", 1, 3],
  ["a block in the middle has two boundaries", "nsssn", "-xxx-", 2, 0],
  ["both of them may be off", "nnssn", "-xxxx", 2, 1 + 1],
  ["a block cut in two pieces has its outer edges", "nsssn", "-x-x-", 2, 0],
  ["a cut elsewhere does not meet the block", "nnsnn", "x----", 2, 1 + 1],
  ["two blocks under one cut", "nsnsn", "-xxx-", 4, 0 + 2 + 2 + 0],
  ["a document of nothing but spam has no boundary", "sss", "--x", 0, 0],
  ["nor has one without spam", "nnn", "--x", 0, 0],
] as const)("%s", ([, labels, cuts, boundaries, paragraphsOff]) => {
  expect(errorOf(labels, cuts)).toEqual({ boundaries, paragraphsOff });
});

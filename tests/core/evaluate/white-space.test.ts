import { expect, test } from "vitest";
import { normalizeWhiteSpace, splitAtWhiteSpace } from "../../../src/core/evaluate/white-space.ts";

test("every run of white space becomes one space, and none is left at the ends", () => {
  expect(normalizeWhiteSpace("\n a\t\u00A0b \u2003\r\n c\u3000")).toBe("a b c");
});

test("a text of white space alone has no words", () => {
  expect(splitAtWhiteSpace(" \n\u2028 ")).toEqual([]);
});

test("what Python splits at and JavaScript does not is split at, and the other way round", () => {
  expect(splitAtWhiteSpace("a\u001Cb\u0085c\uFEFFd\u200Be")).toEqual(["a", "b", "c\uFEFFd\u200Be"]);
});

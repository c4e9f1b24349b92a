import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapWords } from "../../src/report/wrap-words.ts";

test("fills lines up to the width and no further", () => {
  expect(wrapWords(["aa", "bb", "cc", "dd"], 5)).toEqual(["aa bb", "cc dd"]);
  expect(wrapWords(["aa", "bb", "cc", "dd"], 4)).toEqual(["aa", "bb", "cc", "dd"]);
});

test("breaks a word that is wider than a line", () => {
  expect(wrapWords(["a", "bbbbbbb", "c"], 3)).toEqual(["a", "bbb", "bbb", "b c"]);
});

test("counts two columns for a wide character and none for a mark", () => {
  expect(wrapWords(["新闻", "a"], 5)).toEqual(["新闻", "a"]);
  expect(wrapWords(["e\u0301e\u0301", "a"], 4)).toEqual(["e\u0301e\u0301 a"]);
});

test("has no line when no word has a character", () => {
  expect(wrapWords(["", ""], 10)).toEqual([]);
});

test("loses no character, and no line is too long", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 })),
      fc.integer({ min: 1, max: 20 }),
      (texts, width) => {
        const words = texts.map((text) => text.replaceAll(" ", "_"));
        const lines = wrapWords(words, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
        expect(Math.max(0, ...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      },
    ),
  );
});

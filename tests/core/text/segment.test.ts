import fc from "fast-check";
import { expect, test } from "vitest";
import { segment, trimmed } from "../../../src/core/text/segment.ts";
import { arbitraryText } from "./arbitrary-text.ts";

const paragraphsOf = (text: string): string[] =>
  segment(text).map(({ start, end }) => text.slice(start, end));

/** What may stand between two paragraphs. */
const SEPARATORS = [
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "\r\n\r\n",
  "\n \n",
  "\n\t\r\n",
  "\v",
  "\f",
  "\u0085",
  "\u2028",
  "\u2029",
  "\u2028\n\u0085",
  " \n\u00a0",
];

test("each line that is not blank is a paragraph, without the white space around it", () => {
  // "  a b \n\n\tc\n" : 0-1 spaces, 2-4 "a b", 5 space, 6-7 breaks, 8 tab, 9 "c", 10 break.
  expect(segment("  a b \n\n\tc\n")).toEqual([
    { start: 2, end: 5 },
    { start: 9, end: 10 },
  ]);
});

test("a text of white space has no paragraph", () => {
  expect(segment("")).toEqual([]);
  expect(segment(" \r\n\u00a0\u0085\u2028\u200b\ufeff\u0000\n")).toEqual([]);
});

const WRAPPED = [
  "Polisi menangkap tiga tersangka di Bandung",
  "kemarin malam setelah laporan dari para",
  "warga yang merasa terganggu oleh suara",
  "mesin.",
];

test("four full lines that were wrapped by hand are one paragraph", () => {
  // Widest: 42. The second line is 39 long: with a space and "warga" it would be 45, above 42, and so on.
  expect(paragraphsOf(WRAPPED.join("\n"))).toEqual([WRAPPED.join("\n")]);
});

test("three such lines stay three paragraphs", () => {
  expect(paragraphsOf(WRAPPED.slice(0, 3).join("\n"))).toEqual(WRAPPED.slice(0, 3));
});

test("lines that had room for the next word are paragraphs", () => {
  // Widest: 42. "Bola" and a space and "warga" make 10, which would have fitted in.
  const lines = [WRAPPED[0], "Bola", ...WRAPPED.slice(2)];
  expect(paragraphsOf(lines.join("\n"))).toEqual(lines);
});

test("full lines narrower than a hand wraps are paragraphs", () => {
  const lines = Array.from({ length: 5 }, () => "kata kata kata kata kata kata kata kata");
  expect(lines[0]).toHaveLength(39);
  expect(paragraphsOf(lines.join("\n"))).toEqual(lines);
});

test("full lines wider than a hand wraps are paragraphs", () => {
  const lines = Array.from({ length: 5 }, () => "kata ".repeat(21).trimEnd());
  expect(lines[0]).toHaveLength(104);
  expect(paragraphsOf(lines.join("\n"))).toEqual(lines);
});

test("a blank line ends a hand-wrapped paragraph, and so does a paragraph separator", () => {
  const wrapped = ["a", "b", "c", "d"].map((letter) => letter.repeat(45)).join("\n");
  expect(paragraphsOf(`${wrapped}\r\n\r\n${wrapped}`)).toEqual([wrapped, wrapped]);
  expect(paragraphsOf(`${wrapped}\u2029${wrapped}`)).toEqual([wrapped, wrapped]);
  expect(paragraphsOf(`${wrapped}\n \n${wrapped}`)).toEqual([wrapped, wrapped]);
});

test("a hundred thousand short lines are segmented", () => {
  expect(segment("a b c\nd\n".repeat(100_000))).toHaveLength(200_000);
});

test("any separator gives the same paragraphs", () => {
  // Three lines are never hand-wrapped.
  const paragraph = fc
    .array(fc.constantFrom(..."ab.? é漢😀"), { minLength: 1, maxLength: 12 })
    .map((characters) => characters.join("").trim())
    .filter((text) => text !== "");
  const gap = fc.array(fc.constantFrom(...SEPARATORS), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.tuple(paragraph, paragraph, paragraph),
      fc.tuple(gap, gap, gap, gap),
      (paragraphs, [before, first, second, after]) => {
        const [a, b, c] = paragraphs;
        const text = [...before, a, ...first, b, ...second, c, ...after].join("");
        expect(paragraphsOf(text)).toEqual(paragraphs);
      },
    ),
  );
});

test("spans are ordered, apart, inside the text, and visible at both ends", () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      let last = -1;
      for (const { start, end } of segment(text)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(trimmed(text, start, end)).toEqual({ start, end });
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        last = end;
      }
    }),
  );
});

test("all that stands outside the spans is white space", () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      let outside = "";
      let at = 0;
      for (const { start, end } of segment(text)) {
        outside += text.slice(at, start);
        at = end;
      }
      expect(outside + text.slice(at)).toMatch(/^[\s\0\u0085\u200b\u2060]*$/u);
    }),
  );
});

test("trimming a span of white space leaves nothing", () => {
  expect(trimmed("a \t b", 1, 4)).toBeUndefined();
  expect(trimmed("a \t b", 1, 5)).toEqual({ start: 4, end: 5 });
});

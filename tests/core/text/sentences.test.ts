import fc from "fast-check";
import { expect, test } from "vitest";
import { sentences } from "../../../src/core/text/sentences.ts";
import { arbitraryText } from "./arbitrary-text.ts";

const sentencesOf = (text: string): string[] =>
  sentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

test("a sentence ends at a full stop, a question mark or an exclamation mark before white space", () => {
  expect(sentencesOf("Satu dua. Tiga?  Empat!\nLima")).toEqual([
    "Satu dua.",
    "Tiga?",
    "Empat!",
    "Lima",
  ]);
});

test("spans are those of the whole text, not of the paragraph", () => {
  // "x\n" is 0-2; "Satu." 2-7; "Dua." 8-12; then "\ny".
  expect(sentences("x\nSatu. Dua.\ny", { start: 2, end: 12 })).toEqual([
    { start: 2, end: 7 },
    { start: 8, end: 12 },
  ]);
});

test("closing quotes and brackets belong to the sentence", () => {
  expect(sentencesOf('"Kami menang!" Dia (tertawa.) Lalu pergi.')).toEqual([
    '"Kami menang!"',
    "Dia (tertawa.)",
    "Lalu pergi.",
  ]);
});

test.each([
  ["a lower-case letter after it", "Yahoo! adalah situs lama... sekali"],
  ["a title", "Menurut Dr. Budi itu benar"],
  ["an initial", "Kata J. Widodo kemarin"],
  ["an abbreviation in brackets", "Di kantor (Jl. Merdeka) itu"],
  ["the number of a list item", "1. Daftar akun"],
  ["a number with a point", "Harganya Rp 3.500 saja"],
  ["an address", "Buka www.contoh.id sekarang"],
])("a mark with %s ends no sentence", (_, text) => {
  expect(sentencesOf(text)).toEqual([text]);
});

test("a number that ends a sentence is not that of a list item", () => {
  expect(sentencesOf("Skornya 12. Mereka menang.")).toEqual(["Skornya 12.", "Mereka menang."]);
});

test("a long word that ends like an abbreviation ends a sentence", () => {
  expect(sentencesOf("Sidang internasional. Hakim")).toEqual(["Sidang internasional.", "Hakim"]);
});

test("Chinese and Japanese marks end a sentence without white space", () => {
  expect(sentencesOf("你好。再见！（完。)走")).toEqual(["你好。", "再见！", "（完。)", "走"]);
  expect(sentencesOf("你好。。.x")).toEqual(["你好。。", ".x"]);
});

test("a paragraph of white space has no sentence", () => {
  expect(sentencesOf(" \t")).toEqual([]);
});

test("spans are ordered, apart, inside the paragraph, and leave out nothing but white space", () => {
  fc.assert(
    fc.property(arbitraryText, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (text, head, tail) => {
      const paragraph = { start: head, end: Math.max(head, text.length - tail) };
      let at = paragraph.start;
      for (const { start, end } of sentences(text, paragraph)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(at, start)).toMatch(/^[\s\0\u0085\u200b\u2060]*$/u);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        at = end;
      }
      expect(at).toBeLessThanOrEqual(Math.max(paragraph.start, paragraph.end));
      expect(text.slice(at, paragraph.end)).toMatch(/^[\s\0\u0085\u200b\u2060]*$/u);
    }),
  );
});

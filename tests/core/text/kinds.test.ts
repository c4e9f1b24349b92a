import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ASTRAL,
  BASIC_LATIN,
  CAPITAL,
  DIGIT,
  FOREIGN,
  kindsAt,
  LETTER,
  MARK,
  NUMBER,
  UNSPACED,
  widthOf,
} from "../../../src/core/text/kinds.ts";

test.each([
  ["a", LETTER | BASIC_LATIN],
  ["A", LETTER | CAPITAL],
  ["é", LETTER],
  ["7", NUMBER | DIGIT],
  ["Ⅳ", NUMBER | FOREIGN],
  ["ж", LETTER | FOREIGN],
  ["\u0301", MARK | FOREIGN],
  ["ก", LETTER | UNSPACED | FOREIGN],
  ["\u0e48", MARK | UNSPACED | FOREIGN],
  ["漢", LETTER | UNSPACED | FOREIGN],
  ["𠀀", LETTER | UNSPACED | FOREIGN | ASTRAL],
  [" ", 0],
])("%j has its kinds", (character, kinds) => {
  const all = LETTER | NUMBER | MARK | UNSPACED | DIGIT | BASIC_LATIN | CAPITAL | FOREIGN | ASTRAL;
  expect(kindsAt(character, 0) & all).toBe(kinds);
});

test("kinds agree with Unicode, at the first look and later", () => {
  const character = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\ud800", "\udc00"),
  );
  fc.assert(
    fc.property(character, (text) => {
      const kinds = kindsAt(text, 0);
      expect((kinds & LETTER) !== 0).toBe(/^\p{L}$/u.test(text));
      expect((kinds & NUMBER) !== 0).toBe(/^\p{N}$/u.test(text));
      expect((kinds & MARK) !== 0).toBe(/^\p{M}$/u.test(text));
      expect(widthOf(kinds)).toBe(text.length);
      expect(kindsAt(text, 0)).toBe(kinds);
    }),
  );
});

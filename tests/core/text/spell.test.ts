import { expect, test } from "vitest";
import { kindsAt } from "../../../src/core/text/kinds.ts";
import { countedForm, undisguise } from "../../../src/core/text/spell.ts";

const kindsOf = (word: string): number =>
  Array.from(word, (character) => kindsAt(character, 0)).reduce((all, kinds) => all | kinds, 0);
const plain = (word: string): string => undisguise(word, kindsOf(word));
const counted = (word: string): string => countedForm(word, kindsOf(word));

test.each([
  ["ѕlоt", "slot"],
  ["gаcοr", "gacor"],
  ["sl0t", "slot"],
  ["g4c0r", "gacor"],
  ["5l07", "slot"],
  ["ѕl0t", "slot"],
])("%s is read as %s", (word, read) => {
  expect(plain(word)).toBe(read);
});

test.each([
  ["a word of another script", "слот"],
  ["a brand with a number", "toto88"],
  ["a brand with one digit", "dewa4"],
  ["a number with a unit", "15jt"],
  ["four dimensions", "togel4d"],
  ["a number alone", "2024"],
  ["a digit that is no letter", "b8k"],
  ["a word with accents left", "straße"],
])("%s stays as it is", (_, word) => {
  expect(plain(word)).toBe(word);
});

test("each run of digits is counted by its length, nine at most", () => {
  expect(counted("2024")).toBe("#4");
  expect(counted("toto88d1")).toBe("toto#2d#1");
  expect(counted("1234567890123")).toBe("#9");
  expect(counted("٣٤")).toBe("#2");
});

test("a word counts by its first forty code units, and never by half a character", () => {
  expect(counted("a".repeat(41))).toBe("a".repeat(40));
  expect(counted(`${"a".repeat(39)}𐐨`)).toBe("a".repeat(39));
  expect(counted(`${"a".repeat(38)}𐐨b`)).toBe(`${"a".repeat(38)}𐐨`);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { hashWord } from "../../../src/core/text/hash-word.ts";
import { BRAND, DISGUISED, hashWords, WordHashes } from "../../../src/core/text/hash-words.ts";
import { tokenize } from "../../../src/core/text/tokenize.ts";
import { arbitraryText } from "./arbitrary-text.ts";

interface HashedWord {
  readonly hash: number;
  readonly isDisguised: boolean;
  readonly isBrand: boolean;
}

function hashed(text: string, start = 0, end = text.length): HashedWord[] {
  const into = new WordHashes(0);
  hashWords(text, start, end, into);
  return Array.from(into.hashes.subarray(0, into.count), (hash, word) => ({
    hash,
    isDisguised: ((into.flags[word] ?? 0) & DISGUISED) !== 0,
    isBrand: ((into.flags[word] ?? 0) & BRAND) !== 0,
  }));
}

/** The same by the tokenizer, which makes a string of each word. */
function hashedByTokens(text: string, start = 0, end = text.length): HashedWord[] {
  return tokenize(text, start, end).map((token) => ({
    hash: hashWord(token.text),
    isDisguised: token.isDisguised,
    isBrand: /^\p{L}{3,}(?:#[234]|#1d)$/u.test(token.text),
  }));
}

/** Latin text as articles have it: the characters that need no tokenizer, and few others. */
const plainText = fc
  .array(
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(..."abcdeSLOT àÉñß '.,“”–…\u00a0\n") },
      { weight: 8, arbitrary: fc.constantFrom(..."0134578 .-") },
      { weight: 1, arbitrary: fc.constantFrom(..."Ⅳ²ªﬁ\u0301\u200bαж漢😀") },
    ),
    { maxLength: 80 },
  )
  .map((characters) => characters.join(""));

test.each([
  ["plain words", "Harga beras NAIK, kata Menteri."],
  ["accents and typographic marks", "“Café” di São Paulo – ½ harga…"],
  ["numbers", "tahun 2024, 3-1, 1.000.000 dan 12345678901234567890"],
  ["brands", "gacor88 toto4d slot1d abc12345 24jam x7"],
  ["digits for letters", "sl0t g4cor t0t0"],
  ["spaced letters", "main s l o t dan S.L.O.T di sini"],
  ["single letters and digits", "a b cd 1 2 3 e"],
  ["a word beyond any length", `${"panjang".repeat(9)} akhir`],
  ["other scripts", "漢字かな жизнь สล็อต"],
  ["hidden and styled characters", "s\u200blo\u00adt 𝐬𝐥𝐨𝐭 ѕlоt"],
  ["nothing", ""],
])("%s are hashed as the tokenizer has them", (_, text) => {
  expect(hashed(text)).toEqual(hashedByTokens(text));
});

test("any part of any text is hashed as the tokenizer has it", () => {
  const part = fc
    .oneof(arbitraryText, plainText)
    .chain((text) =>
      fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length })),
    );
  fc.assert(
    fc.property(part, ([text, a, b]) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      expect(hashed(text, start, end)).toEqual(hashedByTokens(text, start, end));
    }),
    { numRuns: 2000 },
  );
});

test("every code unit between two letters is hashed as the tokenizer has it", () => {
  const differing: number[] = [];
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = `ab${String.fromCharCode(unit)}cd`;
    if (JSON.stringify(hashed(text)) !== JSON.stringify(hashedByTokens(text))) {
      differing.push(unit);
    }
  }
  expect(differing).toEqual([]);
});

test("words of several parts are added one after the other", () => {
  const into = new WordHashes(1);
  hashWords("satu dua", 0, 8, into);
  hashWords("tiga", 0, 4, into);
  expect(Array.from(into.hashes.subarray(0, into.count))).toEqual(
    ["satu", "dua", "tiga"].map(hashWord),
  );
});

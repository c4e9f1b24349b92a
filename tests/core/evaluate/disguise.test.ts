import fc from "fast-check";
import { expect, test } from "vitest";
import { disguiseWords } from "../../../src/core/evaluate/disguise.ts";
import { seededRandom } from "../../../src/core/model/random.ts";
import { tokenize } from "../../../src/core/text/tokenize.ts";

const word = fc
  .array(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzST"), { minLength: 3, maxLength: 12 })
  .map((letters) => letters.join(""));

/** What no reader could undo for certain: all Cyrillic or Greek, or read as a number, a brand with one or a unit. */
const AMBIGUOUS = /^(?:[^\u0000-\u024f]+|\d+|[a-z]+\d+|\d+[a-z]{1,3}|[a-z]+\dd)$/u;

test("tokenizing undoes every disguise", () => {
  fc.assert(
    fc.property(word, fc.integer(), (plain, seed) => {
      const disguised = disguiseWords(plain, 1, seededRandom(seed));
      fc.pre(!AMBIGUOUS.test(disguised) || /[𝐀-𝟿]/u.test(disguised));
      const tokens = tokenize(`kata ${disguised} lain`).map((token) => token.text);
      expect(tokens).toEqual(["kata", plain.toLowerCase(), "lain"]);
    }),
    { numRuns: 1000 },
  );
});

test("words are disguised in nine ways", () => {
  const met = new Set(
    Array.from({ length: 200 }, (_, seed) => disguiseWords("slot", 1, seededRandom(seed))),
  );
  const styled = ["𝐬𝐥𝐨𝐭", "𝘀𝗹𝗼𝘁", "𝙨𝙡𝙤𝙩", "𝚜𝚕𝚘𝚝"];
  const spelled = ["\u0455l\u043et", "5l07"];
  const divided = ["s l o t", "s.l.o.t", "s\u200bl\u200bo\u200bt"];
  expect([...met].toSorted()).toEqual([...styled, ...spelled, ...divided].toSorted());
});

test("short words, numbers and words with other letters are left alone", () => {
  const text = "di 24 jam2 café 88slot naïve";
  expect(disguiseWords(text, 1, seededRandom(1))).toBe(text);
});

test("a share of 0 disguises nothing, a share of 1 every word", () => {
  const text = "situs slot gacor";
  expect(disguiseWords(text, 0, seededRandom(3))).toBe(text);
  for (const plain of text.split(" ")) {
    expect(disguiseWords(text, 1, seededRandom(3))).not.toContain(plain);
  }
});

test("the same seed gives the same disguise", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, seed) => {
      expect(disguiseWords(text, 0.5, seededRandom(seed))).toBe(
        disguiseWords(text, 0.5, seededRandom(seed)),
      );
    }),
  );
});

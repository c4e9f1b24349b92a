import { drawOne, type Random } from "../model/random.ts";

/** Rewrites one word so that a person still reads it and a list of words does not. */
type Disguise = (word: string, random: Random) => string;

/** First code points of the mathematical alphabets for capital and small letters (Unicode block 1D400). */
const ALPHABETS: readonly (readonly [number, number])[] = [
  [0x1d400, 0x1d41a],
  [0x1d5d4, 0x1d5ee],
  [0x1d63c, 0x1d656],
  [0x1d670, 0x1d68a],
];
const CYRILLIC: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  s: "ѕ",
  x: "х",
  y: "у",
  u: "υ",
};
const DIGITS: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };

const DISGUISES: readonly Disguise[] = [
  (word, random) => {
    const [capitals, smalls] = drawOne(random, ALPHABETS);
    return word.replace(/[A-Za-z]/gu, (letter) => {
      const code = letter.charCodeAt(0);
      return String.fromCodePoint(code < 97 ? capitals + code - 65 : smalls + code - 97);
    });
  },
  (word) => [...word].map((letter) => CYRILLIC[letter] ?? letter).join(""),
  (word) => [...word.toLowerCase()].map((letter) => DIGITS[letter] ?? letter).join(""),
  (word) => [...word].join(" "),
  (word) => [...word].join("."),
  (word) => [...word].join("\u200b"),
];

/**
 * Disguises about a share of the words of a text that are letters only and three or more of them long, each text with one
 * or two of the ways that spammers use: mathematical letters, Cyrillic look-alikes, digits for letters, spaced, dotted or
 * invisibly divided letters.
 */
export function disguiseWords(text: string, share: number, random: Random): string {
  const ways = [drawOne(random, DISGUISES), drawOne(random, DISGUISES)];
  return text.replace(/(?<![\p{L}\d])[A-Za-z]{3,}(?![\p{L}\d])/gu, (word) =>
    random() < share ? drawOne(random, ways)(word, random) : word,
  );
}

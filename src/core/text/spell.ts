import { BASIC_LATIN, DIGIT, FOREIGN, LETTER, NUMBER } from "./kinds.ts";
import { LATIN_BY_LOOK_ALIKE } from "./look-alikes.ts";

/** Longest token text, in code units; what is longer is not a word, and counts by its beginning. */
export const MAX_LENGTH = 40;

/** Letters, and digits that can stand for one: `sl0t`, `g4cor`. */
const DIGIT_FOR_LETTER = /^(?=.*\p{L})[013457\p{L}]+$/u;

/** Digits that mean a number: `toto88`, `24jam`, `togel4d`. */
const BRAND_OR_UNIT = /^(?:\p{L}+\d+|\d+\p{L}{1,3}|\p{L}+\dd)$/u;

/** Letters with two to four digits behind them, or a digit and `d`: so betting brands look, and so do models of motorcycles. */
const LETTERS_AND_ENDING = /^\p{L}{3,}(\d{2,4}|\dd)$/u;

const LETTER_BY_DIGIT: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
]);

/**
 * A folded word without look-alikes and digits in place of letters.
 *
 * `kinds` are those of its characters; more than those do no harm. The same string when there is nothing to take off.
 */
export function undisguise(word: string, kinds: number): string {
  const latin =
    (kinds & BASIC_LATIN) !== 0 && (kinds & FOREIGN) !== 0 ? withoutLookAlikes(word) : word;
  return (kinds & DIGIT) !== 0 && (kinds & LETTER) !== 0 ? withoutDigitsForLetters(latin) : latin;
}

/** A word as it is counted: each run of digits as `#` and its length (9 at most), and at most 40 code units. */
export function countedForm(word: string, kinds: number): string {
  const form =
    (kinds & NUMBER) === 0
      ? word
      : word.replace(/\p{N}+/gu, (digits) => `#${Math.min(digits.length, 9)}`);
  if (form.length <= MAX_LENGTH) {
    return form;
  }
  const lastUnit = form.charCodeAt(MAX_LENGTH - 1);
  return form.slice(0, lastUnit >= 0xd800 && lastUnit < 0xdc00 ? MAX_LENGTH - 1 : MAX_LENGTH);
}

/**
 * The ending by which a word like `abc777` is counted beside its own form: `*777`. A brand changes from site to site, the digits that are
 * held to bring luck do not; they tell it from `abc150`. Undefined for every other word.
 */
export function endingForm(word: string, kinds: number): string | undefined {
  if ((kinds & NUMBER) === 0 || (kinds & LETTER) === 0) {
    return undefined;
  }
  const ending = LETTERS_AND_ENDING.exec(word)?.[1];
  return ending === undefined ? undefined : `*${ending}`;
}

/** A word of Latin letters and look-alikes of them, all Latin; a word wholly of another script stays as it is. */
function withoutLookAlikes(word: string): string {
  if (!/[a-z]/u.test(word) || !/[^\u0000-\u024f]/u.test(word)) {
    return word;
  }
  return Array.from(word, (letter) => LATIN_BY_LOOK_ALIKE.get(letter) ?? letter).join("");
}

function withoutDigitsForLetters(word: string): string {
  if (!/\d/u.test(word) || !DIGIT_FOR_LETTER.test(word) || BRAND_OR_UNIT.test(word)) {
    return word;
  }
  return Array.from(word, (letter) => LETTER_BY_DIGIT.get(letter) ?? letter).join("");
}

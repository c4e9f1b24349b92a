/** A letter. */
export const LETTER = 1;
/** A number of any script. */
export const NUMBER = 2;
/** A combining mark. */
export const MARK = 4;
/** A character of a script that is written without spaces between words. */
export const UNSPACED = 8;
/** One of `0` to `9`. */
export const DIGIT = 16;
/** One of `a` to `z`. */
export const BASIC_LATIN = 32;
/** Beyond the Latin letters of European languages (U+0250 and up). */
export const FOREIGN = 64;
/** Two UTF-16 code units wide. */
export const ASTRAL = 128;

/** One of `A` to `Z`. */
export const CAPITAL = 256;

/** An upper-case letter of any script. */
export const UPPER_CASE = 1024;
/** A decimal digit of any script. */
export const DECIMAL = 2048;
/** A character of the Latin script. */
export const LATIN = 4096;

/** A quotation mark or an apostrophe. */
export const QUOTE = 8192;

/** Set for each code point whose kinds are known, so that 0 means "not looked up yet". */
const KNOWN = 512;

const UNSPACED_SCRIPT =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** By code point, filled as characters are met: a property test by regular expression costs twenty times a look-up. */
const KINDS = new Uint16Array(0x110000);

/**
 * The kinds of the character at an index that lies inside the text, as bits: `LETTER`, `NUMBER` and so on.
 *
 * Bits, so that the kinds of a word are those of its characters or-ed together. A lone surrogate has no kind of its own.
 */
export function kindsAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const codePoint = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(index) ?? unit) : unit;
  const kinds = KINDS[codePoint] ?? 0;
  return kinds === 0 ? learnKinds(codePoint) : kinds;
}

/** Code units of a character with these kinds: 1 or 2. */
export function widthOf(kinds: number): number {
  return (kinds & ASTRAL) === 0 ? 1 : 2;
}

function learnKinds(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const kinds =
    KNOWN |
    (/\p{L}/u.test(character) ? LETTER : 0) |
    (/\p{N}/u.test(character) ? NUMBER : 0) |
    (/\p{M}/u.test(character) ? MARK : 0) |
    (UNSPACED_SCRIPT.test(character) ? UNSPACED : 0) |
    (/[0-9]/u.test(character) ? DIGIT : 0) |
    (/[a-z]/u.test(character) ? BASIC_LATIN : 0) |
    (/[A-Z]/u.test(character) ? CAPITAL : 0) |
    (/\p{Lu}/u.test(character) ? UPPER_CASE : 0) |
    (/\p{Nd}/u.test(character) ? DECIMAL : 0) |
    (/\p{Script=Latin}/u.test(character) ? LATIN : 0) |
    (/["“”‘’']/u.test(character) ? QUOTE : 0) |
    (codePoint > 0x24f ? FOREIGN : 0) |
    (codePoint > 0xffff ? ASTRAL : 0);
  KINDS[codePoint] = kinds;
  return kinds;
}

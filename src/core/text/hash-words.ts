import { finishHash, HASH_START, hashUnit, hashWord } from "./hash-word.ts";
import { kindsAt, LETTER, MARK, NUMBER, UNSPACED } from "./kinds.ts";
import { foldCodePoint } from "./shadow.ts";
import { countedForm, endingForm, MAX_LENGTH, undisguise } from "./spell.ts";
import { tokenize } from "./tokenize.ts";

/** The word stood there in disguise. */
export const DISGUISED = 1;
/** The word looks like a betting brand: letters with a few digits behind them, `abc88`, `abc4d`. */
export const BRAND = 2;

/** Letters followed by two to four digits, or by a digit and `d`; digit runs are folded to their length. */
const BRAND_PATTERN = /^\p{L}{3,}(?:#[234]|#1d)$/u;

/** The words of a text as hashes, in order. */
export class WordHashes {
  /** Number of words. */
  count = 0;
  /** Hash of each word (see `hashWord`); only the first `count` are in use. */
  hashes: Uint32Array;
  /** What is to be said of each word, as bits: `DISGUISED`, `BRAND`. */
  flags: Uint8Array;

  constructor(capacity: number) {
    this.hashes = new Uint32Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  /** Makes room for so many words more. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed > this.hashes.length) {
      const { hashes, flags } = this;
      this.hashes = new Uint32Array(2 * needed);
      this.hashes.set(hashes);
      this.flags = new Uint8Array(2 * needed);
      this.flags.set(flags);
    }
  }

  /** Adds a word. */
  push(hash: number, flags: number): void {
    this.reserve(1);
    this.hashes[this.count] = hash;
    this.flags[this.count] = flags;
    this.count++;
  }
}

/** What a code unit folds to: a letter or digit of a word (its code), or one of these. */
const UNKNOWN = 0;
/** It stands between words. */
const BREAK = 1;
/** Only the tokenizer knows: another script, a mark, a hidden or styled character. */
const OTHER = 2;

const FOLDED = new Uint16Array(0x10000);

const ZERO = "0".charCodeAt(0);
const NINE = "9".charCodeAt(0);
/** Last code unit of the Latin letters of European languages. */
const LAST_LATIN = 0x24f;

/** The hash of a number by how many digits it has, 9 at most. */
const NUMBER_HASHES = Uint32Array.from({ length: 10 }, (_, digits) => hashWord(`#${digits}`));

/**
 * Hashes the words of a part of a text: the same words, in the same order, as `tokenize` gives, without making a string of
 * each. Text that holds anything but Latin letters, digits and what stands between them goes through the tokenizer.
 */
export function hashWords(text: string, start: number, end: number, into: WordHashes): void {
  const before = into.count;
  if (!hashPlainWords(text, start, end, into)) {
    into.flags.fill(0, before, into.count);
    into.count = before;
    for (const token of tokenize(text, start, end)) {
      const isBrand = token.text.includes("#") && BRAND_PATTERN.test(token.text);
      into.push(hashWord(token.text), (token.isDisguised ? DISGUISED : 0) | (isBrand ? BRAND : 0));
    }
  }
}

/** False when the part holds what only the tokenizer knows; some words may then have been added. */
function hashPlainWords(text: string, start: number, end: number, into: WordHashes): boolean {
  // Words of one letter with one character between them are the most that can stand there.
  into.reserve(((end - start) >> 1) + 1);
  const { hashes } = into;
  let { count } = into;
  for (let index = start; index < end;) {
    const wordStart = index;
    let hash = HASH_START;
    let digits = 0;
    let folded = BREAK;
    while (index < end) {
      folded = FOLDED[text.charCodeAt(index)] ?? UNKNOWN;
      if (folded > OTHER) {
        digits += folded <= NINE ? 1 : 0;
        hash = hashUnit(hash, folded);
        index++;
      } else if (folded === UNKNOWN) {
        learnUnit(text.charCodeAt(index));
      } else {
        break;
      }
    }
    if (index === wordStart && folded === BREAK) {
      index++;
      continue;
    }
    const length = index - wordStart;
    if (folded === OTHER || (length === 1 && mayBeSpaced(text, index, end))) {
      into.count = count;
      return false;
    }
    if (digits === 0 && length <= MAX_LENGTH) {
      hashes[count++] = finishHash(hash);
    } else if (digits === length) {
      hashes[count++] = NUMBER_HASHES[Math.min(9, length)] ?? 0;
    } else {
      into.count = count;
      pushMixed(text, wordStart, index, into);
      count = into.count;
    }
  }
  into.count = count;
  return true;
}

/** Adds a long word, or one of letters and digits. */
function pushMixed(text: string, start: number, end: number, into: WordHashes): void {
  const letters: string[] = [];
  let kinds = 0;
  for (let index = start; index < end; index++) {
    const letter = String.fromCharCode(foldedUnit(text, index));
    letters.push(letter);
    kinds |= kindsAt(letter, 0);
  }
  const word = letters.join("");
  const plain = undisguise(word, kinds);
  const counted = countedForm(plain, kinds);
  into.push(
    hashWord(counted),
    (plain === word ? 0 : DISGUISED) | (BRAND_PATTERN.test(counted) ? BRAND : 0),
  );
  const ending = endingForm(plain, kinds);
  if (ending !== undefined) {
    into.push(hashWord(ending), 0);
  }
}

/** Whether two more single letters follow the one before `index`: `s l o t` may be one word in disguise. */
function mayBeSpaced(text: string, index: number, end: number): boolean {
  const isWord = (at: number): boolean => at < end && foldedUnit(text, at) !== BREAK;
  return isWord(index + 1) && !isWord(index + 2) && isWord(index + 3) && !isWord(index + 4);
}

function foldedUnit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const folded = FOLDED[unit] ?? UNKNOWN;
  return folded === UNKNOWN ? learnUnit(unit) : folded;
}

function learnUnit(unit: number): number {
  const { text, isHidden, isStyled } = foldCodePoint(unit);
  let kinds = 0;
  for (let index = 0; index < text.length; index++) {
    kinds |= kindsAt(text, index);
  }
  const code = text.charCodeAt(0);
  let folded = OTHER;
  if (text !== "" && (kinds & (LETTER | NUMBER | MARK)) === 0 && !isSurrogate(unit)) {
    folded = BREAK;
  } else if (text.length === 1 && !isHidden && !isStyled && isPlain(unit, code, kinds)) {
    folded = code;
  }
  FOLDED[unit] = folded;
  return folded;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Whether a code unit folds to a Latin letter, or is a digit of ASCII. */
function isPlain(unit: number, code: number, kinds: number): boolean {
  const isLetter = (kinds & LETTER) !== 0 && (kinds & UNSPACED) === 0 && code <= LAST_LATIN;
  return isLetter ? code > NINE : unit === code && code >= ZERO && code <= NINE;
}

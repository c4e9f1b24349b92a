import { CAPITAL, kindsAt, LETTER, MARK, NUMBER, UNSPACED, widthOf } from "./kinds.ts";
import { foldShadow, type Shadow } from "./shadow.ts";
import { countedForm, endingForm, undisguise } from "./spell.ts";

/** One word of a text, as it is counted. */
export interface Token {
  /** The word, folded: lower case, without marks, digit runs as `#` and their length. */
  readonly text: string;
  /** Index of its first code unit in the original text. */
  readonly start: number;
  /** Index after its last code unit in the original text, and after the marks and hidden characters that follow it. */
  readonly end: number;
  /** Whether a disguise was taken off: styled, look-alike, spaced, hidden or digit-for-letter characters. */
  readonly isDisguised: boolean;
}

const NON_ASCII = /[^\u0000-\u007f]/;

/** What begins a word, and what goes on with it. */
const WORD_START = LETTER | NUMBER;
const WORD_PART = LETTER | NUMBER | MARK;

/** Characters that stand between the letters of a spaced-out word. */
const SEPARATORS: ReadonlySet<number> = new Set(
  Array.from(" .-_*|/·•", (character) => character.charCodeAt(0)),
);

/** Fewest single letters with one and the same separator between them that are one word: `d i a`. */
const SPACED_LETTERS = 3;

/** Code points of one token of a script that is written without spaces. */
const UNSPACED_LENGTH = 3;

/** A text being tokenized. */
interface Scan {
  readonly tokens: Token[];
  /** The folded text; for a part of ASCII alone the original, whose capitals are folded word by word. */
  readonly text: string;
  /** Where in `text` the part ends. */
  readonly end: number;
  /** Undefined for a part of ASCII alone: every character stands where it stood. */
  readonly shadow: Shadow | undefined;
}

/** The words of a part of a text as they are counted, in order; see {@link tokenize}. */
export function foldedWords(text: string, start?: number, end?: number): string[] {
  return tokenize(text, start, end).map((token) => token.text);
}

/**
 * Tokenizes a part of a text into the words that are counted, in order; a word may repeat.
 *
 * Works on the shadow of the text: letters in disguise are plain letters again, three or more single letters with the same
 * separator between them are joined (`s l o t`, `s.l.o.t`), and digits that stand for letters are read as those. Scripts
 * written without spaces give overlapping runs of three characters. A word that looks like a brand (`abc777`) is followed by
 * its ending (`*777`) as a word of its own.
 */
export function tokenize(
  original: string,
  start: number = 0,
  end: number = original.length,
): Token[] {
  const tokens: Token[] = [];
  if (NON_ASCII.test(original.slice(start, end))) {
    const shadow = foldShadow(original, start, end);
    scanWords({ tokens, text: shadow.text, end: shadow.text.length, shadow }, 0);
  } else {
    scanWords({ tokens, text: original, end, shadow: undefined }, start);
  }
  return tokens;
}

function scanWords(scan: Scan, start: number): void {
  const { text, end } = scan;
  for (let index = start; index < end;) {
    const first = kindsAt(text, index);
    const afterFirst = index + widthOf(first);
    if ((first & WORD_START) === 0) {
      index = afterFirst;
      continue;
    }
    let kinds = first;
    let last = first;
    let wordEnd = afterFirst;
    while (wordEnd < end) {
      const next = kindsAt(text, wordEnd);
      const isPart = (next & WORD_PART) !== 0;
      if (!isPart || ((last & MARK) !== 0 && (next & MARK) === 0 && spacedEnd(scan, wordEnd) > 0)) {
        break;
      }
      kinds |= next;
      last = next;
      wordEnd += widthOf(next);
    }
    const spaced = wordEnd === afterFirst ? spacedEnd(scan, index) : 0;
    if (spaced > 0) {
      addSpaced(scan, index, spaced);
    } else {
      addWord(scan, index, wordEnd, kinds);
    }
    index = Math.max(wordEnd, spaced);
  }
}

/** Where the spaced-out word that begins with the letter at `from` ends; 0 when there is none. */
function spacedEnd({ text, end }: Scan, from: number): number {
  let spaced = from + widthOf(kindsAt(text, from));
  const separator = text.charCodeAt(spaced);
  if (!SEPARATORS.has(separator)) {
    return 0;
  }
  let letterCount = 1;
  while (spaced + 1 < end && text.charCodeAt(spaced) === separator) {
    const letter = kindsAt(text, spaced + 1);
    const letterEnd = spaced + 1 + widthOf(letter);
    const isSingle = letterEnd >= end || (kindsAt(text, letterEnd) & WORD_START) === 0;
    if ((letter & WORD_START) === 0 || !isSingle) {
      break;
    }
    spaced = letterEnd;
    letterCount++;
  }
  return letterCount < SPACED_LETTERS ? 0 : spaced;
}

/** Adds a spaced-out word as one token; single numbers (`1 2 3`) stay single. */
function addSpaced(scan: Scan, from: number, to: number): void {
  const { text } = scan;
  const letters: string[] = [];
  let kinds = 0;
  for (let index = from; index < to;) {
    const letter = kindsAt(text, index);
    kinds |= letter;
    letters.push(text.slice(index, index + widthOf(letter)));
    index += widthOf(letter) + 1;
  }
  if ((kinds & LETTER) !== 0) {
    addToken(scan, lowered(letters.join(""), kinds), kinds, from, to, true);
    return;
  }
  let index = from;
  for (const letter of letters) {
    addWord(scan, index, index + letter.length, kinds);
    index += letter.length + 1;
  }
}

function addWord(scan: Scan, from: number, to: number, kinds: number): void {
  if ((kinds & UNSPACED) !== 0) {
    addRuns(scan, from, to, kinds);
  } else {
    const word = lowered(scan.text.slice(from, to), kinds);
    addToken(scan, word, kinds, from, to, isDisguised(scan, from, to));
  }
}

function lowered(word: string, kinds: number): string {
  return (kinds & CAPITAL) === 0 ? word : word.toLowerCase();
}

function addRuns(scan: Scan, from: number, to: number, kinds: number): void {
  const after = (index: number): number => index + widthOf(kindsAt(scan.text, index));
  let runEnd = from;
  for (let length = 0; length < UNSPACED_LENGTH && runEnd < to; length++) {
    runEnd = after(runEnd);
  }
  for (let index = from; ; index = after(index)) {
    addToken(scan, scan.text.slice(index, runEnd), kinds, index, runEnd, false);
    if (runEnd >= to) {
      return;
    }
    runEnd = after(runEnd);
  }
}

function addToken(
  scan: Scan,
  word: string,
  kinds: number,
  from: number,
  to: number,
  wasDisguised: boolean,
): void {
  const plain = undisguise(word, kinds);
  const start = originAt(scan, from);
  const end = originAfter(scan, to);
  const isDisguised = wasDisguised || plain !== word;
  scan.tokens.push({ text: countedForm(plain, kinds), start, end, isDisguised });
  const ending = endingForm(plain, kinds);
  if (ending !== undefined) {
    scan.tokens.push({ text: ending, start, end, isDisguised: false });
  }
}

function isDisguised({ shadow }: Scan, from: number, to: number): boolean {
  for (let index = from; shadow !== undefined && index < to; index++) {
    if (shadow.disguised[index] === 1) {
      return true;
    }
  }
  return false;
}

function originAt({ shadow }: Scan, index: number): number {
  return shadow?.origins[index] ?? index;
}

/** Where the original goes on after the folded character before `index`; one character may fold to several words (`½`). */
function originAfter(scan: Scan, index: number): number {
  const last = originAt(scan, index - 1);
  let next = index;
  while (originAt(scan, next) === last) {
    next++;
  }
  return originAt(scan, next);
}

import { DECIMAL, kindsAt, LATIN, LETTER, UPPER_CASE, widthOf } from "../text/kinds.ts";

/** What the look of a unit says, apart from its words. */
export interface Shape {
  /** Natural logarithm of one more than its length in code units. */
  readonly length: number;
  /** Share of its letters that are capitals, in [0, 1]. */
  readonly capitals: number;
  /** Share of its code units that are digits, in [0, 1]. */
  readonly digits: number;
  /** 1 when it holds an address of the web, else 0. */
  readonly link: number;
  /** 1 when it ends as a sentence does, else 0. */
  readonly ending: number;
  /** 1 when it ends with a colon, else 0. */
  readonly colon: number;
  /** 1 when it holds a quotation mark, else 0. */
  readonly quotes: number;
  /** Number of exclamation marks. */
  readonly exclamations: number;
  /** 1 when it asks something, else 0. */
  readonly question: number;
  /** 1 when it starts as a heading or list item of a markup language does, else 0. */
  readonly bullet: number;
  /** 1 when it starts with a small letter, else 0. */
  readonly lowerStart: number;
  /** Share of its letters that are not Latin, in [0, 1]. */
  readonly otherScript: number;
}

const LINK = /https?:|www\.|\.(?:com|net|org|id|my)\b/iu;
const ENDING = /[.!?…]["'”’)]*$/u;
const QUOTE = /["“”‘’']/u;
const EXCLAMATION = "!".charCodeAt(0);
const BULLET = /^(?:#|[-*•]|\d+[.)])/u;

/** Looks at the shape of a unit's text. */
export function shapeOf(text: string): Shape {
  const flag = (pattern: RegExp): number => (pattern.test(text) ? 1 : 0);
  const { letters, capitals, digits, latin, exclamations } = countCharacters(text);
  return {
    length: Math.log(1 + text.length),
    capitals: capitals / Math.max(1, letters),
    digits: digits / Math.max(1, text.length),
    link: flag(LINK),
    // Only the last few code units matter; a pattern anchored at the end would try every start of a long text.
    ending: ENDING.test(text.slice(-8)) ? 1 : 0,
    colon: text.endsWith(":") ? 1 : 0,
    quotes: flag(QUOTE),
    exclamations,
    question: text.includes("?") ? 1 : 0,
    bullet: flag(BULLET),
    lowerStart: flag(/^\p{Ll}/u),
    // Some Latin characters are no letters: the Roman numeral Ⅳ.
    otherScript: Math.max(0, 1 - latin / Math.max(1, letters)),
  };
}

interface CharacterCounts {
  readonly letters: number;
  readonly capitals: number;
  readonly digits: number;
  readonly latin: number;
  readonly exclamations: number;
}

function countCharacters(text: string): CharacterCounts {
  let [letters, capitals, digits, latin, exclamations] = [0, 0, 0, 0, 0];
  for (let index = 0; index < text.length;) {
    const kinds = kindsAt(text, index);
    letters += (kinds & LETTER) === 0 ? 0 : 1;
    capitals += (kinds & UPPER_CASE) === 0 ? 0 : 1;
    digits += (kinds & DECIMAL) === 0 ? 0 : 1;
    latin += (kinds & LATIN) === 0 ? 0 : 1;
    exclamations += text.charCodeAt(index) === EXCLAMATION ? 1 : 0;
    index += widthOf(kinds);
  }
  return { letters, capitals, digits, latin, exclamations };
}

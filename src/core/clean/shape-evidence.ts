import { DECIMAL, kindsAt, LATIN, LETTER, QUOTE, UPPER_CASE, widthOf } from "../text/kinds.ts";

/** What the look of a unit says, apart from its words. */
export interface Shape {
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

/** What follows the dot of an address; where a dot is followed by something else, nothing needs to be looked at. */
const DOMAIN = /(?:com|net|org|id|my)\b/iuy;
const SCHEME = /https?$/iu;
const ENDING = /[.!?…]["'”’)]*$/u;
const EXCLAMATION = "!".charCodeAt(0);
const BULLET = /^(?:#|[-*•]|\d+[.)])/u;
const LOWER_START = /^\p{Ll}/u;

/** Looks at the shape of a unit's text. */
export function shapeOf(text: string): Shape {
  const flag = (isTrue: boolean): number => (isTrue ? 1 : 0);
  const { letters, capitals, digits, latin, exclamations, hasQuote } = countCharacters(text);
  return {
    capitals: capitals / Math.max(1, letters),
    digits: digits / Math.max(1, text.length),
    link: flag(hasLink(text)),
    // Only the last few code units matter; a pattern anchored at the end would try every start of a long text.
    ending: flag(ENDING.test(text.slice(-8))),
    colon: flag(text.endsWith(":")),
    quotes: flag(hasQuote),
    exclamations,
    question: flag(text.includes("?")),
    bullet: flag(BULLET.test(text)),
    lowerStart: flag(LOWER_START.test(text)),
    // Some Latin characters are no letters: the Roman numeral Ⅳ.
    otherScript: Math.max(0, 1 - latin / Math.max(1, letters)),
  };
}

/** Whether a text holds an address of the web: a scheme, `www.`, or the end of a common domain. */
function hasLink(text: string): boolean {
  for (let dot = text.indexOf("."); dot !== -1; dot = text.indexOf(".", dot + 1)) {
    DOMAIN.lastIndex = dot + 1;
    if (DOMAIN.test(text) || (dot >= 3 && text.slice(dot - 3, dot).toLowerCase() === "www")) {
      return true;
    }
  }
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    if (SCHEME.test(text.slice(Math.max(0, colon - 5), colon))) {
      return true;
    }
  }
  return false;
}

interface CharacterCounts {
  readonly letters: number;
  readonly capitals: number;
  readonly digits: number;
  readonly latin: number;
  readonly exclamations: number;
  readonly hasQuote: boolean;
}

function countCharacters(text: string): CharacterCounts {
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let latin = 0;
  let exclamations = 0;
  let all = 0;
  for (let index = 0; index < text.length;) {
    const kinds = kindsAt(text, index);
    letters += kinds & LETTER;
    capitals += (kinds & UPPER_CASE) === 0 ? 0 : 1;
    digits += (kinds & DECIMAL) === 0 ? 0 : 1;
    latin += (kinds & LATIN) === 0 ? 0 : 1;
    exclamations += text.charCodeAt(index) === EXCLAMATION ? 1 : 0;
    all |= kinds;
    index += widthOf(kinds);
  }
  return { letters, capitals, digits, latin, exclamations, hasQuote: (all & QUOTE) !== 0 };
}

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
const BULLET = /^(?:#|[-*•]|\d+[.)])/u;

/** Looks at the shape of a unit's text. */
export function shapeOf(text: string): Shape {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const flag = (pattern: RegExp): number => (pattern.test(text) ? 1 : 0);
  const letters = Math.max(1, count(/\p{L}/gu));
  return {
    length: Math.log(1 + text.length),
    capitals: count(/\p{Lu}/gu) / letters,
    digits: count(/\p{Nd}/gu) / Math.max(1, text.length),
    link: flag(LINK),
    // Only the last few code units matter; a pattern anchored at the end would try every start of a long text.
    ending: ENDING.test(text.slice(-8)) ? 1 : 0,
    colon: text.endsWith(":") ? 1 : 0,
    quotes: flag(QUOTE),
    exclamations: count(/!/gu),
    question: text.includes("?") ? 1 : 0,
    bullet: flag(BULLET),
    lowerStart: flag(/^\p{Ll}/u),
    // Some Latin characters are no letters: the Roman numeral Ⅳ.
    otherScript: Math.max(0, 1 - count(/\p{Script=Latin}/gu) / letters),
  };
}

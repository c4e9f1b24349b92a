/**
 * A folded copy of a text, made for matching words: every disguise that a letter can wear is taken off.
 *
 * The shadow is never shown and never returned to a caller of the cleaner; the map leads back to the original.
 */
export interface Shadow {
  /** The folded text. */
  readonly text: string;
  /**
   * Where each code unit of `text` came from: the index in the original, in UTF-16 code units. One element longer than
   * `text`; the last element is the index at which the original ends.
   */
  readonly origins: Uint32Array;
  /** 1 for each code unit of `text` that stood in the original as a styled letter (`𝐬`, `ⓢ`, `ｓ`) or behind hidden characters. */
  readonly disguised: Uint8Array;
}

/** Characters that are not seen: soft hyphen, joiners, directional marks, variation selectors, tags, byte order mark. */
const HIDDEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const MARK = /\p{M}/gu;
const ENDS_IN_LETTER = /\p{L}$/u;

interface Fold {
  readonly text: string;
  readonly isHidden: boolean;
  readonly isStyled: boolean;
}

/**
 * Folds a part of a text: compatibility forms to plain letters, lower case, marks and hidden characters dropped.
 *
 * Works code point by code point, so that offsets stay exact and any cut of the text between code points folds alike; only
 * `disguised` does not know, at the beginning of a part, of hidden characters before it. That is NFKC with lower case but
 * without composition, which would have nothing left to compose once marks are dropped (Unicode Standard Annex 15,
 * *Unicode Normalization Forms*). Marks of scripts that write vowels with them (Thai, Devanagari) are kept. A lone
 * surrogate, be it one that the part's edge has parted from its other half, becomes U+FFFD.
 */
export function foldShadow(
  original: string,
  start: number = 0,
  end: number = original.length,
): Shadow {
  let text = "";
  let length = 0;
  let origins = new Uint32Array(end - start + 1);
  let disguised = new Uint8Array(end - start);
  let lastPiece = "";
  let isAfterHidden = false;
  for (let index = start; index < end;) {
    const runStart = index;
    while (index < end && FOLDS_TO_ITSELF[original.charCodeAt(index)] === 1) {
      origins[length++] = index++;
    }
    if (index > runStart) {
      disguised[length - (index - runStart)] = isAfterHidden ? 1 : 0;
      isAfterHidden = false;
      lastPiece = original.slice(runStart, index);
      text += lastPiece;
      continue;
    }
    const codePoint = codePointWithin(original, index, end);
    const fold = foldCodePoint(codePoint);
    const needed = length + fold.text.length + end - index;
    if (needed > origins.length) {
      origins = enlarged(origins, new Uint32Array(2 * needed));
      disguised = enlarged(disguised, new Uint8Array(2 * needed));
    }
    origins.fill(index, length, length + fold.text.length);
    if (fold.isStyled || isAfterHidden) {
      disguised.fill(1, length, length + fold.text.length);
    }
    if (fold.text !== "") {
      length += fold.text.length;
      text += fold.text;
      lastPiece = fold.text;
    }
    isAfterHidden = fold.isHidden && ENDS_IN_LETTER.test(lastPiece.slice(-2));
    index += codePoint > 0xffff ? 2 : 1;
  }
  origins[length] = end;
  return {
    text,
    origins: length + 1 === origins.length ? origins : origins.subarray(0, length + 1),
    disguised: length === disguised.length ? disguised : disguised.subarray(0, length),
  };
}

/** The code point at an index; of a pair that the end divides, its first half. */
function codePointWithin(text: string, index: number, end: number): number {
  const unit = text.charCodeAt(index);
  return index + 1 < end ? (text.codePointAt(index) ?? unit) : unit;
}

function enlarged<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** 1 for code units that are known to fold to themselves, filled as they are met. */
const FOLDS_TO_ITSELF = new Uint8Array(0x10000);

const foldByCodePoint = new Map<number, Fold>();

/** Most folds that are kept: more than the letters of any language, so that a hostile text cannot fill the memory. */
const FOLD_LIMIT = 32_768;

/** What a code point folds to. */
export function foldCodePoint(codePoint: number): Fold {
  let fold = foldByCodePoint.get(codePoint);
  if (fold === undefined) {
    fold = makeFold(codePoint);
    if (fold.text === String.fromCodePoint(codePoint)) {
      FOLDS_TO_ITSELF[codePoint] = 1;
    }
    if (foldByCodePoint.size >= FOLD_LIMIT) {
      foldByCodePoint.clear();
    }
    foldByCodePoint.set(codePoint, fold);
  }
  return fold;
}

function makeFold(codePoint: number): Fold {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    return { text: "\uFFFD", isHidden: false, isStyled: false };
  }
  const character = String.fromCodePoint(codePoint);
  if (HIDDEN.test(character)) {
    return { text: "", isHidden: true, isStyled: false };
  }
  const compatible = character.normalize("NFKD");
  const isLatin = codePoint < 0x370 || (codePoint >= 0x1e00 && codePoint < 0x1f00);
  const bare =
    isLatin || compatible !== character || isAccent(codePoint)
      ? compatible.replace(MARK, "")
      : compatible;
  const text = bare
    .toLowerCase()
    .normalize("NFKD")
    .replace(isLatin ? MARK : /[\u0300-\u036f]/gu, "");
  return { text, isHidden: false, isStyled: isStyledForm(codePoint, text) };
}

/** Combining marks of the Latin, Greek and Cyrillic scripts and of symbols. */
function isAccent(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x1ab0 && codePoint <= 0x1aff) ||
    (codePoint >= 0x1dc0 && codePoint <= 0x1dff) ||
    (codePoint >= 0x20d0 && codePoint <= 0x20ff)
  );
}

/** Whether a code point is a basic letter in costume: mathematical, enclosed, full-width, superscript and the like. */
function isStyledForm(codePoint: number, text: string): boolean {
  return codePoint > 0x2000 && /^[a-z]$/u.test(text);
}

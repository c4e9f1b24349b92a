import type { LabelledDocument } from "./labelled-document.ts";
import { matchingElements } from "./matching-elements.ts";
import { normalizeWhiteSpace, splitAtWhiteSpace } from "./white-space.ts";

/** How a cleaned text compares with what it should have been. Characters are code points, white space between words once. */
export interface TextScore {
  /** Whether the text is that of the document without its spam, white space aside. */
  readonly isExact: boolean;
  /** Characters of the document that are not spam. */
  readonly newsCharacters: number;
  /** Of these, those that are gone. */
  readonly newsLost: number;
  /** Characters of the document that are spam. */
  readonly spamCharacters: number;
  /** Of these, those that are still there. */
  readonly spamLeft: number;
}

/** The slice of the documents that have lost all their paragraph breaks. */
const FLATTENED = "flattened";

/**
 * Scores a cleaned text against the labels of its document.
 *
 * What is lost and what is left is counted by the lines of the document that are gone or still there, in flattened documents
 * by its words; of an exact text nothing is. A line that was cut in part is gone.
 *
 * Source: `score_documents.py`, the project's reference, with which every figure agrees.
 */
export function scoreText(document: LabelledDocument, cleaned: string): TextScore {
  const parts = labelledParts(document);
  const isExact = isExactText(document, cleaned);
  const isFlattened = document.slice === FLATTENED;
  const lines = parts.flatMap(({ text, isSpam }) =>
    linesOf(text, isFlattened).map((line) => ({ line, isSpam, size: [...line].length })),
  );
  const charactersOf = (isCounted: (isSpam: boolean, index: number) => boolean): number =>
    lines.reduce((sum, { isSpam, size }, index) => sum + (isCounted(isSpam, index) ? size : 0), 0);
  const newsCharacters = charactersOf((isSpam) => !isSpam);
  const spamCharacters = charactersOf((isSpam) => isSpam);
  if (isExact) {
    return { isExact, newsCharacters, newsLost: 0, spamCharacters, spamLeft: 0 };
  }
  const isKept = matchingElements(
    lines.map(({ line }) => line),
    linesOf(cleaned, isFlattened),
  );
  return {
    isExact,
    newsCharacters,
    newsLost: charactersOf((isSpam, index) => !isSpam && isKept[index] !== true),
    spamCharacters,
    spamLeft: charactersOf((isSpam, index) => isSpam && isKept[index] === true),
  };
}

/** Whether a cleaned text is that of the document without its spam, white space aside. */
export function isExactText({ text, spam }: LabelledDocument, cleaned: string): boolean {
  // Where a span was cut out, white space may have been or not: a space in its place makes both alike.
  let kept = "";
  let from = 0;
  for (const { start, end } of spam) {
    kept += `${text.slice(from, start)} `;
    from = end;
  }
  return normalizeWhiteSpace(kept + text.slice(from)) === normalizeWhiteSpace(cleaned);
}

/** The pieces of a document between the edges of its spam spans, in order. */
function labelledParts({
  text,
  spam,
}: LabelledDocument): { readonly text: string; readonly isSpam: boolean }[] {
  const edges = spam.flatMap(({ start, end }) => [start, end]);
  return [...edges, text.length].map((edge, index) => ({
    text: text.slice(edges[index - 1] ?? 0, edge),
    isSpam: index % 2 === 1,
  }));
}

/** The lines of a text, or its words, with white space normalised; blank ones left out. */
function linesOf(text: string, isFlattened: boolean): string[] {
  if (isFlattened) return splitAtWhiteSpace(text);
  return text
    .split("\n")
    .map(normalizeWhiteSpace)
    .filter((line) => line !== "");
}

import { segment } from "../text/segment.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";

/** What is decided as one: a paragraph, or a sentence of a paragraph that is too long to be one. */
export interface Unit {
  readonly span: Span;
  /** Index of the paragraph that the unit is, or belongs to. */
  readonly paragraph: number;
  /** Whether the unit is a sentence of a flattened paragraph. */
  readonly isSentence: boolean;
}

/** Length in code units from which a paragraph that is most of a document is taken for flattened text. */
const FLATTENED_LENGTH = 500;

/** Share of a document's visible text that a flattened paragraph holds at least. */
const FLATTENED_SHARE = 0.7;

/**
 * The units of a text, in document order: its paragraphs, but the sentences of a paragraph that is most of the document and
 * too long to be one, for such text has lost its paragraph breaks.
 */
export function unitsOf(text: string): Unit[] {
  const paragraphs = segment(text);
  let total = 0;
  for (const { start, end } of paragraphs) {
    total += end - start;
  }
  const units: Unit[] = [];
  paragraphs.forEach((span, paragraph) => {
    const length = span.end - span.start;
    if (length < FLATTENED_LENGTH || length < FLATTENED_SHARE * total) {
      units.push({ span, paragraph, isSentence: false });
      return;
    }
    for (const sentence of sentences(text, span)) {
      units.push({ span: sentence, paragraph, isSentence: true });
    }
  });
  return units;
}

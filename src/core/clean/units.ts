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
  const total = paragraphs.reduce((sum, span) => sum + span.end - span.start, 0);
  return paragraphs.flatMap((span, paragraph): Unit[] => {
    const length = span.end - span.start;
    if (length < FLATTENED_LENGTH || length < FLATTENED_SHARE * total) {
      return [{ span, paragraph, isSentence: false }];
    }
    return sentences(text, span).map((sentence) => ({
      span: sentence,
      paragraph,
      isSentence: true,
    }));
  });
}

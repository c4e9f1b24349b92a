import type { TextCleaner } from "../clean/cleaner.ts";
import { cutBlocks, withoutSpans } from "../clean/cut.ts";
import type { Span } from "../text/span.ts";

/** A paragraph, or a sentence of flattened text, with what speaks for cutting it. */
export interface ScoredParagraph {
  readonly span: Span;
  /** How much speaks for spam, on a scale of the judge's own: more is more, and nothing else is promised. */
  readonly score: number;
}

/** A paragraph with what was done with it. */
export interface JudgedParagraph extends ScoredParagraph {
  readonly isCut: boolean;
}

/** A text with the decisions about it. */
export interface Judgement {
  /** One per paragraph, in order. */
  readonly paragraphs: readonly JudgedParagraph[];
  /** The text without what was cut. */
  readonly text: string;
}

/** Decides on the paragraphs of a text. */
export type Judge = (text: string) => Judgement;

/** The cleaner as a judge, with a threshold of its own or another: scores are posteriors, in [0, 1]. */
export function judgeByCleaner(cleaner: TextCleaner, threshold?: number): Judge {
  return (text) => {
    const result = cleaner.clean(text, threshold === undefined ? {} : { threshold });
    const paragraphs = result.paragraphs.map(({ span, posterior, verdict }) => ({
      span,
      score: posterior,
      isCut: verdict === "cut",
    }));
    return { paragraphs, text: result.text };
  };
}

/** Cuts the paragraphs whose scores reach a threshold, as the cleaner cuts. */
export function cutFrom(
  text: string,
  paragraphs: readonly ScoredParagraph[],
  threshold: number,
): Judgement {
  const judged = paragraphs.map(({ span, score }) => ({ span, score, isCut: score >= threshold }));
  const blocks = cutBlocks(
    text,
    judged,
    judged.map(({ isCut }) => isCut),
  );
  return {
    paragraphs: judged,
    text: withoutSpans(
      text,
      blocks.map(({ span }) => span),
    ),
  };
}

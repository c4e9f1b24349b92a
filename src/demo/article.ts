import type { DecidedUnit, Evidence, Verdict } from "../core/clean/decision.ts";
import { cutBlocks, withoutSpans } from "../core/clean/cut.ts";
import type { Span } from "../core/text/span.ts";

/** What becomes of a paragraph: its verdict, or `restored` where it would be cut but the reader put it back. */
export type Fate = Verdict | "restored";

/** A paragraph as the page shows it. */
export interface ShownParagraph {
  readonly span: Span;
  readonly text: string;
  readonly verdict: Verdict;
  readonly fate: Fate;
  /** Probability that it is spam, in [0, 1]. */
  readonly posterior: number;
  readonly evidence: Evidence;
  /** Whether it is the first of neighbours of the same fate. */
  readonly isFirst: boolean;
}

/** An article as the page shows it. */
export interface ShownArticle {
  readonly text: string;
  /** In document order. */
  readonly paragraphs: readonly ShownParagraph[];
  /** The text without what is cut; what the reader put back is in it. */
  readonly cleaned: string;
}

/** An article with what was decided about it and what the reader put back: `isRestored` has one element per paragraph. */
export function articleOf(
  text: string,
  decided: readonly DecidedUnit[],
  isRestored: readonly boolean[],
): ShownArticle {
  const fates = decided.map(({ verdict }, index): Fate => {
    return verdict === "cut" && isRestored[index] === true ? "restored" : verdict;
  });
  const blocks = cutBlocks(
    text,
    decided,
    fates.map((fate) => fate === "cut"),
  );
  return {
    text,
    cleaned: withoutSpans(
      text,
      blocks.map(({ span }) => span),
    ),
    paragraphs: decided.map(({ span, verdict, posterior, evidence }, index) => ({
      span,
      text: text.slice(span.start, span.end),
      verdict,
      fate: fates[index] ?? verdict,
      posterior,
      evidence,
      isFirst: fates[index] !== fates[index - 1],
    })),
  };
}

/** The index behind the last of the neighbours that share the fate of a paragraph, of which it is the first. */
export function blockEnd(paragraphs: readonly ShownParagraph[], first: number): number {
  const next = paragraphs.findIndex(({ isFirst }, index) => index > first && isFirst);
  return next === -1 ? paragraphs.length : next;
}

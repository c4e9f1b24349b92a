import type { WordWeight } from "../clean/explain.ts";
import type { Span } from "../text/span.ts";
import { FALSE_CUT_COST } from "./cost-curve.ts";
import type { Judgement } from "./judge.ts";
import type { LabelledDocument } from "./labelled-document.ts";
import type { ScoredDocument } from "./score-document.ts";

/** A paragraph that was cut and should not have been, or the other way round. */
export interface WrongParagraph {
  /** Which paragraph of the document it is, from 0. */
  readonly index: number;
  readonly span: Span;
  /** The text of the span; the first 300 characters where it is longer. */
  readonly text: string;
  readonly label: "spam" | "ham";
  /** Probability of spam that it was given, in [0, 1]. */
  readonly posterior: number;
  /** Its words that weigh most, strongest first. */
  readonly words: readonly WordWeight[];
}

/** A document that did not come out exact, with what went wrong in it. */
export interface WorstDocument extends Pick<
  LabelledDocument,
  "id" | "lang" | "slice" | "kind" | "source"
> {
  /** Characters of news that are gone. */
  readonly newsLost: number;
  /** Characters of spam that are left. */
  readonly spamLeft: number;
  /**
   * In order. Empty where only the place of a cut within flattened text is wrong, so that every sentence is on the side
   * where most of it belongs.
   */
  readonly wrongParagraphs: readonly WrongParagraph[];
}

/** A document, what was decided about it, and how well. */
export interface EvaluatedDocument {
  readonly document: LabelledDocument;
  readonly judgement: Judgement;
  readonly scored: ScoredDocument;
}

/** Longest piece of a paragraph that is shown, in code points. */
const SHOWN_CHARACTERS = 300;

/**
 * The documents that came out worst, worst first: by characters, those of lost news counted ten times. Documents that are
 * exact are left out.
 */
export function worstDocuments(
  evaluated: readonly EvaluatedDocument[],
  count: number,
  explain: (text: string, span: Span) => readonly WordWeight[],
): WorstDocument[] {
  const costOf = ({ scored: { text } }: EvaluatedDocument): number =>
    FALSE_CUT_COST * text.newsLost + text.spamLeft;
  return evaluated
    .filter(({ scored }) => !scored.text.isExact)
    .toSorted((a, b) => costOf(b) - costOf(a))
    .slice(0, count)
    .map(({ document, judgement, scored }) => ({
      id: scored.id,
      lang: scored.lang,
      slice: scored.slice,
      kind: scored.kind,
      source: scored.source,
      newsLost: scored.text.newsLost,
      spamLeft: scored.text.spamLeft,
      wrongParagraphs: wrongParagraphs({ document, judgement, scored }, explain),
    }));
}

function wrongParagraphs(
  { document, judgement, scored }: EvaluatedDocument,
  explain: (text: string, span: Span) => readonly WordWeight[],
): WrongParagraph[] {
  return judgement.paragraphs.flatMap(({ span, score, isCut }, index): WrongParagraph[] => {
    const isSpam = scored.isSpam[index] === true;
    if (isCut === isSpam) return [];
    const text = Array.from(document.text.slice(span.start, span.end))
      .slice(0, SHOWN_CHARACTERS)
      .join("");
    const words = explain(document.text, span);
    return [{ index, span, text, label: isSpam ? "spam" : "ham", posterior: score, words }];
  });
}

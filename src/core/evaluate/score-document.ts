import { type BoundaryError, boundaryError } from "./boundary-error.ts";
import { type Confusion, countConfusion } from "./confusion.ts";
import { type CurveDocument, curveDocument } from "./curve-document.ts";
import type { Judgement } from "./judge.ts";
import type { LabelledDocument } from "./labelled-document.ts";
import { scoreText, type TextScore } from "./score-text.ts";

/** How well the spam of one document was found; nothing of its text is kept. */
export interface ScoredDocument
  extends Pick<LabelledDocument, "id" | "lang" | "slice" | "kind" | "source">, CurveDocument {
  readonly text: TextScore;
  readonly confusion: Confusion;
  readonly boundary: BoundaryError;
}

/**
 * Scores what was decided about a document.
 *
 * @param curve - Thresholds to try besides, in any order; may be empty.
 */
export function scoreDocument(
  document: LabelledDocument,
  { paragraphs, text }: Judgement,
  curve: readonly number[],
): ScoredDocument {
  const { id, lang, slice, kind, source } = document;
  const ofCurve = curveDocument(document, paragraphs, curve);
  const verdicts = paragraphs.map(({ isCut }, index) => ({
    isSpam: ofCurve.isSpam[index] === true,
    isCut,
  }));
  return {
    id,
    lang,
    slice,
    kind,
    source,
    text: scoreText(document, text),
    confusion: countConfusion(verdicts),
    boundary: boundaryError(verdicts),
    ...ofCurve,
  };
}

import { cutFrom, type ScoredParagraph } from "./judge.ts";
import { labelUnits } from "./label-units.ts";
import type { LabelledDocument } from "./labelled-document.ts";
import { isExactText } from "./score-text.ts";

/** What becomes of a document at each threshold; nothing of its text is kept. */
export interface CurveDocument {
  /** One per paragraph, in order: how much speaks for spam. */
  readonly scores: readonly number[];
  /** One per paragraph: whether more than half of it is spam. */
  readonly isSpam: readonly boolean[];
  /** For each threshold that was tried, whether the document comes out exact. */
  readonly isExactAt: readonly boolean[];
}

/** Tries thresholds on a document; they may be in any order, and none. */
export function curveDocument(
  document: LabelledDocument,
  paragraphs: readonly ScoredParagraph[],
  thresholds: readonly number[],
): CurveDocument {
  const scores = paragraphs.map(({ score }) => score);
  // Thresholds that cut the same number of paragraphs cut the same ones.
  const isExactByCount = new Map<number, boolean>();
  const isExactAt = thresholds.map((threshold) => {
    const cutCount = scores.filter((score) => score >= threshold).length;
    const isExact =
      isExactByCount.get(cutCount) ??
      isExactText(document, cutFrom(document.text, paragraphs, threshold).text);
    isExactByCount.set(cutCount, isExact);
    return isExact;
  });
  const isSpam = Array.from(labelUnits(paragraphs, document.spam), (label) => label === 1);
  return { scores, isSpam, isExactAt };
}

import { unitsOf } from "../clean/units.ts";
import { type Counts, countWords } from "../model/counts.ts";
import { labelUnits } from "./label-units.ts";
import type { LabelledDocument } from "./labelled-document.ts";

/**
 * Counts the words of a labelled document's paragraphs (its sentences, where it has lost its paragraph breaks): a table for
 * those that are spam and one for those that are not, at most; a label without a paragraph has none.
 */
export function countDocument({ text, lang, source, spam }: LabelledDocument): Counts[] {
  const units = unitsOf(text);
  const isSpam = labelUnits(units, spam);
  return (["ham", "spam"] as const)
    .map((label) => {
      const ofLabel = units.filter((_, i) => (isSpam[i] === 1) === (label === "spam"));
      return countWords(
        ofLabel.map(({ span }) => text.slice(span.start, span.end)),
        { label, lang, source },
      );
    })
    .filter(({ paragraphs }) => paragraphs > 0);
}

import type { WordTable } from "../model/word-table.ts";
import { costCurve, mostExact } from "./cost-curve.ts";
import { curveDocument } from "./curve-document.ts";
import type { Figures } from "./figures.ts";
import { allFigures, type Group, groupFigures } from "./groups.ts";
import { cutFrom, type ScoredParagraph } from "./judge.ts";
import { judgeByKeywords } from "./keyword-baseline.ts";
import type { LabelledDocument } from "./labelled-document.ts";
import { judgeByNatural, type RestoreNatural } from "./natural-baseline.ts";
import { scoreDocument } from "./score-document.ts";
import { judgeByWords } from "./word-baseline.ts";

/** Names of what can be compared with. */
export const BASELINE_NAMES = ["keywords", "words", "natural"] as const;

/** Name of what can be compared with. */
export type BaselineName = (typeof BASELINE_NAMES)[number];

/** A simpler way to find spam, to compare with. */
export interface Baseline {
  readonly name: BaselineName;
  readonly judge: (text: string) => readonly ScoredParagraph[];
  /** The thresholds from which the best is taken, ascending. */
  readonly thresholds: readonly number[];
}

/** How a baseline did on the documents. */
export interface BaselineReport {
  readonly name: BaselineName;
  /** The threshold that was best for it, on its own scale. */
  readonly threshold: number;
  readonly all: Figures;
  readonly slices: readonly Group[];
}

/** Log-odds of spam, in nats, from which `words` takes the threshold that is best for it. */
const WORD_THRESHOLDS = Array.from({ length: 81 }, (_, step) => step - 20);
/** For a baseline that only says yes or no. */
const YES = [1];

/** A list of gambling words; nothing is trained. */
export const keywordBaseline: Baseline = {
  name: "keywords",
  judge: judgeByKeywords,
  thresholds: YES,
};

/** The words of the model that decides on a text, without anything around them. */
export function wordBaseline(tableOf: (text: string) => WordTable): Baseline {
  return {
    name: "words",
    judge: (text) => judgeByWords(text, tableOf(text)),
    thresholds: WORD_THRESHOLDS,
  };
}

/** `natural`'s classifier with the counts of the model that decides on a text. */
export function naturalBaseline(
  tableOf: (text: string) => WordTable,
  restore: RestoreNatural,
): Baseline {
  return {
    name: "natural",
    judge: (text) => judgeByNatural(text, tableOf(text), restore),
    thresholds: YES,
  };
}

/**
 * Scores a baseline at the threshold at which most of these very documents come out exact: better than it would do on
 * documents that it has not been tuned on.
 */
export function evaluateBaseline(
  documents: readonly LabelledDocument[],
  { name, judge, thresholds }: Baseline,
): BaselineReport {
  const judged = documents.map((document) => ({ document, paragraphs: judge(document.text) }));
  const ofCurve = judged.map(({ document, paragraphs }) =>
    curveDocument(document, paragraphs, thresholds),
  );
  const threshold = mostExact(costCurve(ofCurve, thresholds))?.threshold ?? 0;
  const scored = judged.map(({ document, paragraphs }) =>
    scoreDocument(document, cutFrom(document.text, paragraphs, threshold), []),
  );
  return { name, threshold, all: allFigures(scored), slices: groupFigures(scored, "slice") };
}

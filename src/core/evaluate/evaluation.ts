import type { WordWeight } from "../clean/explain.ts";
import type { Span } from "../text/span.ts";
import type { BaselineReport } from "./baselines.ts";
import { costCurve, type CostPoint, leastCost } from "./cost-curve.ts";
import type { Figures } from "./figures.ts";
import { allFigures, type Group, groupFigures, type Grouping } from "./groups.ts";
import type { Judge } from "./judge.ts";
import type { LabelledDocument } from "./labelled-document.ts";
import { type LabelledPosterior, measureReliability, type Reliability } from "./reliability.ts";
import { scoreDocument } from "./score-document.ts";
import { type EvaluatedDocument, type WorstDocument, worstDocuments } from "./worst-documents.ts";

/**
 * How well spam was found in labelled documents. `tapis evaluate --json` prints one of these, on a line; numbers that have
 * no meaning, such as the precision where nothing was cut, are null there.
 *
 * Shares and posteriors are in [0, 1], spans half-open in UTF-16 code units, characters code points.
 */
export interface Evaluation {
  /** Least posterior that was cut. */
  readonly threshold: number;
  /** All documents together. */
  readonly all: Figures;
  /** The documents by language, slice, kind and source; groups in the order of their names. */
  readonly groups: Readonly<Record<Grouping, readonly Group[]>>;
  /** How far the posteriors of paragraphs can be taken at their word. */
  readonly reliability: Reliability;
  /** What would happen at other thresholds, ascending. */
  readonly curve: readonly CostPoint[];
  /** The point of the curve with the least cost; missing when there are no documents. */
  readonly leastCost?: CostPoint | undefined;
  /** The documents that came out worst, worst first. */
  readonly worst: readonly WorstDocument[];
  /** Simpler ways to find spam, on the same documents. */
  readonly against: readonly BaselineReport[];
}

/** Posteriors that the cost curve tries: hundredths, and a few between them where most paragraphs lie. */
export const CURVE_THRESHOLDS: readonly number[] = [
  0.001,
  0.002,
  0.005,
  ...Array.from({ length: 99 }, (_, step) => (step + 1) / 100),
  0.995,
  0.998,
  0.999,
];

/** Judges a document and scores the outcome. */
export function evaluateDocument(document: LabelledDocument, judge: Judge): EvaluatedDocument {
  const judgement = judge(document.text);
  return { document, judgement, scored: scoreDocument(document, judgement, CURVE_THRESHOLDS) };
}

/** Options for {@link summarize}. */
export interface SummaryOptions {
  /** The threshold that the documents were judged with. */
  readonly threshold: number;
  /** How many of the worst documents are looked at. */
  readonly worstCount: number;
  /** The words of a part of a text that weigh most. */
  readonly explain: (text: string, span: Span) => readonly WordWeight[];
  readonly against: readonly BaselineReport[];
}

/** Puts together what there is to say about some documents; their scores must be posteriors. */
export function summarize(
  evaluated: readonly EvaluatedDocument[],
  { threshold, worstCount, explain, against }: SummaryOptions,
): Evaluation {
  const scored = evaluated.map((document) => document.scored);
  const curve = costCurve(scored, CURVE_THRESHOLDS);
  const posteriors = scored.flatMap(({ scores, isSpam }) =>
    scores.map((posterior, index): LabelledPosterior => ({
      posterior,
      isSpam: isSpam[index] === true,
    })),
  );
  return {
    threshold,
    all: allFigures(scored),
    groups: {
      lang: groupFigures(scored, "lang"),
      slice: groupFigures(scored, "slice"),
      kind: groupFigures(scored, "kind"),
      source: groupFigures(scored, "source"),
    },
    reliability: measureReliability(posteriors),
    curve,
    leastCost: leastCost(curve),
    worst: worstDocuments(evaluated, worstCount, explain),
    against,
  };
}

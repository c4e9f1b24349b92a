import type { Model } from "../model/model.ts";
import type { Span } from "../text/span.ts";
import { type Attribution, attribute } from "./attribution.ts";
import { moveBoundaries } from "./boundaries.ts";
import { type DecisionTrace, traceUnits } from "./combine.ts";
import { documentWords } from "./document-words.ts";
import { decidedAsBlocks } from "./markdown-blocks.ts";
import type { UnitEvidence } from "./unit-columns.ts";
import { completedEvidence, wordUnitEvidence } from "./unit-evidence.ts";
import { type Unit, unitsOf } from "./units.ts";
import { wordFeatures } from "./word-features.ts";

/** What is done with a paragraph: `cut`, `unsure` (kept, and worth a look) or `keep`. */
export type Verdict = "cut" | "unsure" | "keep";

/** What speaks for and against a paragraph. */
export interface Evidence {
  /** Sum of its words' log-odds by the trained model, in nats; above 0 for spam. */
  readonly wordLogOdds: number;
  /** The same with the words of the document's other paragraphs taken into account, in nats. */
  readonly contextLogOdds: number;
  /** Share of its rare words that also stand in paragraphs held to be news, in [0, 1]. */
  readonly newsOverlap: number;
  /** Share of its rare words that also stand in paragraphs held to be spam, in [0, 1]. */
  readonly spamOverlap: number;
  /** Share of its words that stood there in disguise, in [0, 1]. */
  readonly disguisedShare: number;
}

/** A paragraph, or a sentence where the text has lost its paragraph breaks, with the decision about it. */
export interface DecidedUnit {
  readonly span: Span;
  readonly verdict: Verdict;
  /**
   * Probability that it is spam, given the whole document, in [0, 1]. Neighbours that are decided as one block share
   * the highest of theirs, up to 0.95, and where that is reached, 0.7 elsewhere counts as 0.9; the rows of a table, the lines
   * of a quote or of an item of a list, in Markdown, the mean.
   */
  readonly posterior: number;
  readonly evidence: Evidence;
}

/** What was decided of the units of a text, and on what way. */
export interface Decision extends DecisionTrace {
  readonly units: readonly Unit[];
  /** All evidence; gathered when it is first asked for. */
  readonly evidence: () => UnitEvidence;
}

/** A letter that is not Latin. */
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]/u;

/**
 * Decides on a text: on its units, and again on all of them where that has moved boundaries within flattened text. A sentence that
 * began in the article and ended in the spam is one of two halves then.
 */
export function decideText(text: string, model: Model): Decision {
  const decision = decide(text, unitsOf(text), model);
  const moved = moveBoundaries(text, decision.units, decision.posteriors, model.words);
  return moved === decision.units ? decision : decide(text, moved, model);
}

/** Decides on the units of a text. */
export function decide(
  text: string,
  units: readonly Unit[],
  { combination, words: table }: Model,
): Decision {
  const words = documentWords(text, units, table);
  const ofWords = wordUnitEvidence(units, words);
  let complete: UnitEvidence | undefined;
  const evidence = (): UnitEvidence =>
    (complete ??= completedEvidence({ text, units, words, table, ofWords }));
  const gathered = { complete: evidence, hasOtherScripts: () => OTHER_SCRIPT.test(text) };
  const { posteriors, stages } =
    combination === undefined
      ? { posteriors: evidence().cachePosterior.map(probability), stages: undefined }
      : traceUnits(wordFeatures(ofWords), gathered, combination);
  return { units, evidence, stages, posteriors: decidedAsBlocks(text, units, posteriors) };
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Where the log-odds of each unit come from; one per unit. Empty for a model that has words only. */
export function attributions(decision: Decision, { combination }: Model): readonly Attribution[] {
  return combination === undefined ? [] : attribute(decision, combination);
}

/** Posteriors from which units are cut, and from which those that are kept are unsure. */
export interface Thresholds {
  readonly threshold: number;
  readonly unsure: number;
}

/** The verdicts under a threshold; one per unit. */
export function decidedUnits(
  { units, posteriors, evidence }: Decision,
  thresholds: Thresholds,
): DecidedUnit[] {
  return units.map(({ span }, i) => {
    const posterior = posteriors[i] ?? 0;
    return {
      span,
      verdict: verdictOf(posterior, thresholds),
      posterior,
      evidence: evidenceOf(evidence(), i),
    };
  });
}

function verdictOf(posterior: number, { threshold, unsure }: Thresholds): Verdict {
  if (posterior >= threshold) {
    return "cut";
  }
  return posterior >= Math.min(unsure, threshold) ? "unsure" : "keep";
}

function evidenceOf(evidence: UnitEvidence, i: number): Evidence {
  return {
    wordLogOdds: (evidence.forSpam[i] ?? 0) + (evidence.forHam[i] ?? 0),
    contextLogOdds: evidence.cacheLogOdds[i] ?? 0,
    newsOverlap: evidence.hamOverlap[i] ?? 0,
    spamOverlap: evidence.spamOverlap[i] ?? 0,
    disguisedShare: evidence.disguised[i] ?? 0,
  };
}

import { calibrated } from "../model/calibrate.ts";
import { type Forest, forestLogOdds, type Rows } from "../model/forest.ts";
import type { Combination, Exit } from "../model/model.ts";
import { addTrees } from "../model/quick-scorer.ts";
import { TapisError } from "../../errors.ts";
import { mostOf } from "./column.ts";
import { contextFeatures } from "./context-features.ts";
import type { FeatureRows } from "./feature-rows.ts";
import { features } from "./features.ts";
import { logit, sequencePosteriors } from "./sequence.ts";
import { NO_EVIDENCE, type UnitEvidence } from "./unit-columns.ts";
import { wordFeatures } from "./word-features.ts";

/** The sequence model over the log-odds of a forest, which has seen the neighbours: weaker than over single words. */
const FOREST_CHAIN = { first: 0.2, enter: 0.3, leave: 0.4 };

/** Calibrated posteriors of spam from the evidence of all units, in [0, 1]; one per unit. */
export function combinedPosteriors(evidence: UnitEvidence, combination: Combination): Float64Array {
  const gathered = { complete: () => evidence, hasOtherScripts: () => true };
  return traceUnits(wordFeatures(evidence), gathered, combination).posteriors;
}

/** What is known of a document besides its words. */
export interface GatheredEvidence {
  /** All evidence; asked for only when the features of the words are not enough to tell. */
  readonly complete: () => UnitEvidence;
  /** Whether there are letters in it that are not Latin; asked for only when it would be left by its words. */
  readonly hasOtherScripts: () => boolean;
}

/** What a decision came to, and on what way. */
export interface DecisionTrace {
  /** Calibrated posteriors of spam, in [0, 1]; one per unit. */
  readonly posteriors: Float64Array;
  /** What the forests saw and said; undefined for a document that was left early. */
  readonly stages: DecisionStages | undefined;
}

/** What the forests saw and said of the units of a document. */
export interface DecisionStages {
  /** What the second forest saw; what the first saw comes first in each row. */
  readonly rows: FeatureRows;
  /** What the second forest said, in nats; one per unit. */
  readonly scores: Float64Array;
  /** Posteriors by the sequence model, not calibrated yet. */
  readonly raw: Float64Array;
}

/**
 * The same, with the way that led there. Documents without anything suspicious are left early: all their units get the posterior of
 * such units. Where one is in another script, that is suspicious enough, whatever its words say: they are known from few texts.
 */
export function traceUnits(
  ofWords: FeatureRows,
  { complete, hasOtherScripts }: GatheredEvidence,
  { words, first, second, calibration, wordExits, exits, passed }: Combination,
): DecisionTrace {
  const logOdds = new Float64Array(ofWords.count).fill(words.base);
  const isLeftByWords = addUntilExit(words, ofWords, logOdds, wordExits) === LEFT;
  if (isLeftByWords && !(hasOtherScripts() && hasForeignUnit(complete()))) {
    return { posteriors: logOdds.fill(passed), stages: undefined };
  }
  const evidence = complete();
  const rows = features(evidence, ofWords);
  logOdds.fill(first.base);
  const added = hasForeignUnit(evidence) ? 0 : addUntilExit(first, rows, logOdds, exits);
  if (added === LEFT) {
    return { posteriors: logOdds.fill(passed), stages: undefined };
  }
  addTrees(first, rows, logOdds, { from: added, to: first.roots.length });
  const context = contextFeatures(rows, logOdds, forestPosteriors(logOdds));
  const scores = new Float64Array(logOdds.length).fill(second.base);
  addTrees(second, context, scores, { from: 0, to: second.roots.length });
  const raw = forestPosteriors(scores);
  const ofUnits = raw.map((posterior) => calibrated(logit(posterior), calibration));
  return {
    posteriors: raisedBeside(sharedInBlocks(ofUnits)),
    stages: { rows: context, scores, raw },
  };
}

/** Share of letters that are not Latin from which a unit is in another script. */
const FOREIGN = 0.5;

/** Whether a unit of a document is in another script than the languages that articles are written in. */
export function hasForeignUnit({ otherScript }: UnitEvidence): boolean {
  return mostOf(otherScript) > FOREIGN;
}

const LEFT = -1;

/** Adds trees up to one exit after the other; returns how many trees were added in all, or `LEFT` at an exit that is open. */
function addUntilExit(
  forest: Forest,
  rows: Rows,
  logOdds: Float64Array,
  exits: readonly Exit[],
): number {
  let added = 0;
  for (const { treeCount, logOdds: most } of exits) {
    addTrees(forest, rows, logOdds, { from: added, to: treeCount });
    added = treeCount;
    if (mostOf(logOdds) < most) {
      return LEFT;
    }
  }
  return added;
}

/** Posterior from which neighbouring units are one block. */
const BLOCK = 0.75;
/** Posterior up to which the units of a block speak for each other. */
const MOST_SHARED = 0.95;

/**
 * Decides blocks as a whole: neighbours that are each more likely spam than not, by far, share the highest posterior among
 * them, as far as 0.95. Whether there is a block at all is the question that needs certainty; where it ends needs less, but
 * for those who ask for more than that.
 */
function sharedInBlocks(posteriors: Float64Array): Float64Array {
  const shared = posteriors.slice();
  for (let start = 0; start < shared.length; start++) {
    let end = start;
    let most = 0;
    while (end < shared.length && (posteriors[end] ?? 0) >= BLOCK) {
      most = Math.max(most, posteriors[end] ?? 0);
      end++;
    }
    for (let unit = start; unit < end; unit++) {
      shared[unit] = Math.max(posteriors[unit] ?? 0, Math.min(most, MOST_SHARED));
    }
    start = end;
  }
  return shared;
}

/** Posterior of a unit from which its document is surely an injected one. */
const SURE = 0.95;
/** Posterior from which another unit of such a document goes as well, and the posterior that it then has. */
const LIKELY = 0.7;
const RAISED = 0.9;

/**
 * Where one block is certain, another that is likely needs less to be believed: whether the document was injected at all is no
 * longer the question. Documents in which nothing is certain are left as they are, and with them the articles without spam.
 */
function raisedBeside(posteriors: Float64Array): Float64Array {
  return mostOf(posteriors) < SURE
    ? posteriors
    : posteriors.map((posterior) => (posterior < LIKELY ? posterior : Math.max(posterior, RAISED)));
}

/**
 * Checks that a model was trained on the features that are made here, in the same order.
 *
 * @throws {TapisError} ERR_MODEL_VERSION when it was not: each number would be taken for another.
 */
export function assertSameFeatures({ features: trained }: Combination): void {
  const none = new Float64Array(0);
  const { names } = contextFeatures(features(NO_EVIDENCE), none, none);
  const differing = names.findIndex((name, index) => name !== trained[index]);
  if (differing >= 0 || trained.length !== names.length) {
    const at = differing >= 0 ? differing : names.length;
    throw new TapisError(
      "ERR_MODEL_VERSION",
      `model: looks at "${trained[at] ?? "nothing"}" where this Tapis has "${names[at] ?? "nothing"}"; train it again or install the Tapis that wrote it`,
    );
  }
}

/** Posteriors by the sequence model from the log-odds that a forest gave; one per unit. */
export function forestPosteriors(logOdds: Float64Array): Float64Array {
  const { first, enter, leave } = FOREST_CHAIN;
  return sequencePosteriors(logOdds, {
    first,
    enter: new Float64Array(logOdds.length).fill(enter),
    leave: new Float64Array(logOdds.length).fill(leave),
  });
}

/** Log-odds that a forest gives to rows, in nats; 0 for rows that are not included. */
export function scoreRows(
  forest: Forest,
  { values, width }: Rows,
  isIncluded: (row: number) => boolean = () => true,
): Float64Array {
  const scores = new Float64Array(width === 0 ? 0 : values.length / width);
  for (let row = 0; row < scores.length; row++) {
    if (isIncluded(row)) {
      scores[row] = forestLogOdds(forest, values.subarray(row * width, (row + 1) * width));
    }
  }
  return scores;
}

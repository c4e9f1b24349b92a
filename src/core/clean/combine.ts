import { calibrated } from "../model/calibrate.ts";
import { forestLogOdds, type Forest } from "../model/forest.ts";
import type { Combination } from "../model/model.ts";
import { TapisError } from "../../errors.ts";
import { emptyEvidence } from "./evidence-set.ts";
import { contextFeatures } from "./context-features.ts";
import { type FeatureTable } from "./feature-table.ts";
import { features } from "./features.ts";
import { logit, sequencePosteriors } from "./sequence.ts";
import type { UnitEvidence } from "./unit-evidence.ts";

/** The sequence model over the log-odds of a forest, which has seen the neighbours: weaker than over single words. */
const FOREST_CHAIN = { first: 0.2, enter: 0.3, leave: 0.4 };

/** Posteriors of spam from the evidence of all units, before calibration; one per unit. */
export function combinedPosteriors(evidence: UnitEvidence, combination: Combination): Float64Array {
  const first = features(evidence);
  const logOdds = scoreRows(combination.first, first);
  const second = contextFeatures(first, logOdds, forestPosteriors(logOdds));
  const raw = forestPosteriors(scoreRows(combination.second, second));
  return raw.map((posterior) => calibrated(logit(posterior), combination.calibration));
}

/**
 * Checks that a model was trained on the features that are made here, in the same order.
 *
 * @throws {TapisError} ERR_MODEL_VERSION when it was not: each number would be taken for another.
 */
export function assertSameFeatures({ features: trained }: Combination): void {
  const none = new Float64Array(1);
  const { names } = contextFeatures(features(emptyEvidence(1)), none, none);
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

function scoreRows(forest: Forest, table: FeatureTable): Float64Array {
  const row = new Float64Array(table.columns.length);
  const count = table.columns[0]?.length ?? 0;
  const scores = new Float64Array(count);
  for (let unit = 0; unit < count; unit++) {
    table.columns.forEach((column, feature) => {
      row[feature] = column[unit] ?? 0;
    });
    scores[unit] = forestLogOdds(forest, row);
  }
  return scores;
}

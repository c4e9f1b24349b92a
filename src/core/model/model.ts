import { checkHeader } from "./check-header.ts";
import { decodeModel } from "./decode-model.ts";
import { checkForest } from "./check-forest.ts";
import type { Forest } from "./forest.ts";
import { MODEL_VERSION, type ForestHeader, type ModelHeader } from "./model-header.ts";
import { PayloadWriter } from "./payload.ts";
import { sealModel } from "./seal.ts";
import type { WordTable } from "./word-table.ts";

/** Everything that a cleaner decides with. */
export interface Model {
  /** What each word says. */
  readonly words: WordTable;
  /** How the evidence of a unit is put together; undefined in a model that has words only. */
  readonly combination: Combination | undefined;
  /** Least posterior at which a unit is cut, in [0, 1]. */
  readonly threshold: number;
  /** Least posterior at which a unit that is kept is listed as unsure, in [0, threshold]. */
  readonly unsure: number;
}

/** How the pieces of evidence of a unit become its posterior. */
export interface Combination {
  /** Names of the features that the second forest looks at, the first one's coming first. */
  readonly features: readonly string[];
  /** Looks at the features of words only: most documents are left before the other evidence is gathered. */
  readonly words: Forest;
  /** Looks at each unit's evidence and that around it. */
  readonly first: Forest;
  /** Looks at what the first said of the unit and of its surroundings, too. */
  readonly second: Forest;
  /** Calibration of the sequence model's posterior. */
  readonly calibration: Calibration;
  /** Where a document without anything suspicious is left, in the order of the trees of `words`. */
  readonly wordExits: readonly Exit[];
  /** The same, in the order of the trees of `first`. */
  readonly exits: readonly Exit[];
  /** Posterior of the units of documents that were left at an exit, in [0, 1]. */
  readonly passed: number;
}

/** A document none of whose units has more log-odds than this after so many trees of a forest is looked at no further. */
export interface Exit {
  /** Number of trees that have spoken. */
  readonly treeCount: number;
  /** In nats. */
  readonly logOdds: number;
}

/** A logistic curve on the log-odds: calibrated log-odds are `slope` times the raw ones plus `intercept`. */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

/** Writes a model as the bytes of a model file. */
export function formatModel(model: Model): Uint8Array {
  const payload = new PayloadWriter();
  const later = new PayloadWriter();
  const { words, combination } = model;
  const forest = ({ base, roots, features, values, children }: Forest): ForestHeader => ({
    base,
    roots: payload.add(roots),
    features: payload.add(features),
    values: payload.add(values),
    children: payload.add(children),
  });
  const header: ModelHeader = {
    format: "tapis-model",
    version: MODEL_VERSION,
    threshold: model.threshold,
    unsure: model.unsure,
    words: {
      size: words.size,
      text: later.add(new TextEncoder().encode(words.words().join("\n"))),
      hashes: payload.add(words.hashes),
      ham: payload.add(words.ham),
      gamblingNews: payload.add(words.gamblingNews),
      spam: payload.add(words.spam),
      topics: { ...words.topics, codes: later.add(words.topics.codes()) },
    },
    combination:
      combination === undefined
        ? null
        : {
            features: [...combination.features],
            words: forest(combination.words),
            first: forest(combination.first),
            second: forest(combination.second),
            calibration: { ...combination.calibration },
            wordExits: combination.wordExits.map((exit) => ({ ...exit })),
            exits: combination.exits.map((exit) => ({ ...exit })),
            passed: combination.passed,
          },
  };
  return sealModel({
    header: JSON.stringify(header),
    payload: payload.bytes(),
    later: later.bytes(),
  });
}

/**
 * Reads a model file and checks all of it.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when it is not a model file or holds what a model cannot; ERR_MODEL_VERSION when
 *   another version of Tapis wrote it; ERR_MODEL_CHECKSUM when it was damaged.
 */
export function parseModel(bytes: Uint8Array): Model {
  const model = decodeModel(bytes, checkHeader);
  const { combination } = model;
  if (combination !== undefined) {
    const { features, words, first, second } = combination;
    for (const forest of [words, first, second]) {
      checkForest(forest, features.length);
    }
  }
  return model;
}

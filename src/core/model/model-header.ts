import type { Calibration, Exit } from "./model.ts";
import type { Section } from "./payload.ts";

/** The version of model files that this Tapis writes and reads. */
export const MODEL_VERSION = 5;

/**
 * What a model file says of itself, as JSON: the settings of the model, and where its numbers lie: `text` and `codes` in the
 * second part of its payload, all others in the first.
 */
export interface ModelHeader {
  readonly format: "tapis-model";
  readonly version: typeof MODEL_VERSION;
  readonly threshold: number;
  readonly unsure: number;
  readonly words: {
    readonly size: number;
    readonly text: Section;
    readonly hashes: Section;
    readonly ham: Section;
    readonly gamblingNews: Section;
    readonly spam: Section;
    readonly topics: {
      readonly dimensions: number;
      readonly size: number;
      readonly codes: Section;
    };
  };
  readonly combination: CombinationHeader | null;
}

/** What it says of its combination. */
export interface CombinationHeader {
  readonly features: readonly string[];
  readonly words: ForestHeader;
  readonly first: ForestHeader;
  readonly second: ForestHeader;
  readonly calibration: Calibration;
  readonly wordExits: readonly Exit[];
  readonly exits: readonly Exit[];
  readonly passed: number;
}

/** What it says of a forest. */
export interface ForestHeader {
  readonly base: number;
  readonly roots: Section;
  readonly features: Section;
  readonly values: Section;
  readonly children: Section;
}

import { TapisError } from "../../errors.ts";
import type { Model } from "../model/model.ts";
import type { Span } from "../text/span.ts";
import type { Attribution } from "./attribution.ts";
import { mostOf } from "./column.ts";
import { assertSameFeatures } from "./combine.ts";
import { cutBlocks, withoutSpans } from "./cut.ts";
import { attributions, type DecidedUnit, decidedUnits, decideText } from "./decision.ts";
import { EXPLAINED_WORDS, explainWords, type WordWeight } from "./explain.ts";
import type { Unit } from "./units.ts";

/** A block that was cut out. */
export interface Cut {
  /** Where it stood, with the separator that went with it; half-open, in UTF-16 code units. */
  readonly span: Span;
  readonly text: string;
  /** Mean posterior of its paragraphs, in [0, 1]. */
  readonly posterior: number;
}

/** A cleaned text and what was done to it. */
export interface CleanedText {
  /** The text without the spam; every kept code unit as it was. */
  readonly text: string;
  /** One per paragraph, in document order; made when it is first asked for. */
  readonly paragraphs: readonly DecidedUnit[];
  /** Number of the paragraphs. */
  readonly paragraphCount: number;
  /** The highest posterior of its paragraphs, in [0, 1]; 0 when there is none. */
  readonly highestPosterior: number;
  /** In document order; with the kept text they make up the original (see `restore`). */
  readonly cuts: readonly Cut[];
}

/** Options for {@link createTextCleaner} and {@link TextCleaner.clean}. */
export interface CleanOptions {
  /**
   * Least posterior at which a paragraph is cut, in [0, 1]. Higher loses less news and leaves more spam. A higher threshold
   * never cuts more.
   * @defaultValue the model's own threshold
   */
  readonly threshold?: number;
}

/**
 * Takes injected spam out of texts; what everything in here cleans with. Holds no state: the same text always gives the same result.
 * Programs get a `Cleaner`, which is made of the same parts.
 */
export interface TextCleaner {
  /**
   * Cleans one text.
   *
   * @throws {TapisError} ERR_OPTIONS when the threshold is not in [0, 1].
   */
  clean(text: string, options?: CleanOptions): CleanedText;
  /**
   * Where the log-odds of each paragraph of a text come from; one per paragraph of the result of {@link TextCleaner.clean}. Empty for a
   * model that has words only.
   */
  attribute(text: string): readonly Attribution[];
  /** The words of a part of a text that weigh most, strongest first: five, or `limit`. */
  explain(text: string, span: Span, limit?: number): readonly WordWeight[];
}

/**
 * Makes a cleaner of a model.
 *
 * @throws {TapisError} ERR_MODEL_VERSION when the model was trained on other evidence than this version gathers; ERR_OPTIONS when the
 *   threshold is not in [0, 1].
 */
export function createTextCleaner(model: Model, options: CleanOptions = {}): TextCleaner {
  const { threshold: ownThreshold = model.threshold } = options;
  assertThreshold(ownThreshold);
  assertReadable(model);
  return {
    clean(text, { threshold = ownThreshold } = {}) {
      assertThreshold(threshold);
      return cleanText(text, model, threshold);
    },
    attribute: (text) => attributions(decideText(text, model), model),
    explain: (text, span, limit = EXPLAINED_WORDS) => explainWords(text, span, model.words, limit),
  };
}

/**
 * Checks that a model looks at the evidence that is gathered here.
 *
 * @throws {TapisError} ERR_MODEL_VERSION when it was trained on other evidence.
 */
export function assertReadable({ combination }: Model): void {
  if (combination !== undefined) {
    assertSameFeatures(combination);
  }
}

/** Cleans one text; `threshold` is the least posterior at which a paragraph is cut. */
export function cleanText(text: string, model: Model, threshold: number): CleanedText {
  const decision = decideText(text, model);
  const { units, posteriors } = decision;
  const cuts = cutsOf(text, units, posteriors, threshold);
  let paragraphs: DecidedUnit[] | undefined;
  return {
    text: withoutSpans(
      text,
      cuts.map(({ span }) => span),
    ),
    cuts,
    paragraphCount: units.length,
    highestPosterior: units.length === 0 ? 0 : mostOf(posteriors),
    // Made, and the evidence of what was left early gathered, only if somebody looks.
    get paragraphs() {
      return (paragraphs ??= decidedUnits(decision, { threshold, unsure: model.unsure }));
    },
  };
}

function cutsOf(
  text: string,
  units: readonly Unit[],
  posteriors: Float64Array,
  threshold: number,
): Cut[] {
  if (mostOf(posteriors) < threshold) {
    return [];
  }
  const isCut = Array.from(posteriors, (posterior) => posterior >= threshold);
  return cutBlocks(text, units, isCut).map(({ span, first, last }) => {
    const sum = posteriors.subarray(first, last + 1).reduce((total, value) => total + value, 0);
    return { span, text: text.slice(span.start, span.end), posterior: sum / (last + 1 - first) };
  });
}

function assertThreshold(threshold: number): void {
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new TapisError("ERR_OPTIONS", `the threshold must be from 0 to 1, got ${threshold}`);
  }
}

import type { Model } from "../model/model.ts";
import type { Span } from "../text/span.ts";
import { moveBoundaries } from "./boundaries.ts";
import { mostOf } from "./column.ts";
import { attribute, type Attribution } from "./attribution.ts";
import { assertSameFeatures, type DecisionTrace, traceUnits } from "./combine.ts";
import { cutBlocks, withoutSpans } from "./cut.ts";
import { documentWords } from "./document-words.ts";
import { decidedAsBlocks } from "./markdown-blocks.ts";
import { explainWords, type WordWeight } from "./explain.ts";
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
export interface Paragraph {
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

/** A block that was cut out. */
export interface Cut {
  /** Where it stood, with the separator that went with it; half-open, in UTF-16 code units. */
  readonly span: Span;
  readonly text: string;
  /** Mean posterior of its paragraphs, in [0, 1]. */
  readonly posterior: number;
}

/** A cleaned text and what was done to it. */
export interface CleanResult {
  /** The text without the spam; every kept code unit as it was. */
  readonly text: string;
  /** One per paragraph, in document order; made when it is first asked for. */
  readonly paragraphs: readonly Paragraph[];
  /** Number of the paragraphs. */
  readonly paragraphCount: number;
  /** The highest posterior of its paragraphs, in [0, 1]; 0 when there is none. */
  readonly highestPosterior: number;
  /** In document order; with the kept text they make up the original (see `restore`). */
  readonly cuts: readonly Cut[];
}

/** Options for {@link createCleaner} and {@link Cleaner.clean}. */
export interface CleanOptions {
  /**
   * Least posterior at which a paragraph is cut, in [0, 1]. Higher loses less news and leaves more spam. A higher threshold
   * never cuts more.
   * @defaultValue the model's own threshold
   */
  readonly threshold?: number;
}

/** Takes injected spam out of articles. Holds no state: the same text always gives the same result. */
export interface Cleaner {
  /**
   * Cleans one text.
   *
   * @throws {TypeError} `text` is not a string.
   * @throws {RangeError} The threshold is not in [0, 1].
   */
  clean(text: string, options?: CleanOptions): CleanResult;
  /**
   * Where the log-odds of each paragraph of a text come from; one per paragraph of the result of {@link Cleaner.clean}. Empty for a
   * model that has words only.
   */
  attribute(text: string): readonly Attribution[];
  /** The words of a part of a text that weigh most, strongest first: five, or `limit`. */
  explain(text: string, span: Span, limit?: number): readonly WordWeight[];
}

const EXPLAINED_WORDS = 5;

/**
 * Makes a cleaner of a model.
 *
 * @throws {TapisError} ERR_MODEL_VERSION when the model was trained on other evidence than this version gathers.
 * @throws {RangeError} The threshold is not in [0, 1].
 */
export function createCleaner(model: Model, options: CleanOptions = {}): Cleaner {
  const { threshold: ownThreshold = model.threshold } = options;
  assertThreshold("createCleaner", ownThreshold);
  if (model.combination !== undefined) {
    assertSameFeatures(model.combination);
  }
  return {
    clean(text, { threshold = ownThreshold } = {}) {
      if (typeof text !== "string") {
        throw new TypeError(`clean: the text must be a string, got ${typeof text}`);
      }
      assertThreshold("clean", threshold);
      return cleanText(text, model, threshold);
    },
    attribute: (text) =>
      model.combination === undefined ? [] : attribute(decide(text, model), model.combination),
    explain: (text, span, limit = EXPLAINED_WORDS) => explainWords(text, span, model.words, limit),
  };
}

/** What was decided of the units of a text, and on what way. */
interface Decision extends DecisionTrace {
  readonly units: readonly Unit[];
  /** All evidence; gathered when it is first asked for. */
  readonly evidence: () => UnitEvidence;
}

function decide(text: string, { combination, words: table }: Model): Decision {
  const units = unitsOf(text);
  const words = documentWords(text, units, table);
  const ofWords = wordUnitEvidence(units, words);
  let complete: UnitEvidence | undefined;
  const evidence = (): UnitEvidence =>
    (complete ??= completedEvidence({ text, units, words, table, ofWords }));
  const { posteriors, stages } =
    combination === undefined
      ? { posteriors: evidence().cachePosterior.map(probability), stages: undefined }
      : traceUnits(wordFeatures(ofWords), evidence, combination);
  return { units, evidence, stages, posteriors: decidedAsBlocks(text, units, posteriors) };
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function cleanText(text: string, model: Model, threshold: number): CleanResult {
  const { units, posteriors, evidence } = decide(text, model);
  const decided = moveBoundaries(text, units, posteriors, model.words);
  const cuts = cutsOf(text, decided, posteriors, threshold);
  let paragraphs: Paragraph[] | undefined;
  return {
    text: withoutSpans(
      text,
      cuts.map(({ span }) => span),
    ),
    cuts,
    paragraphCount: decided.length,
    highestPosterior: decided.length === 0 ? 0 : mostOf(posteriors),
    // Made, and the evidence of what was left early gathered, only if somebody looks.
    get paragraphs() {
      return (paragraphs ??= decided.map(({ span }, i): Paragraph => {
        const posterior = posteriors[i] ?? 0;
        return {
          span,
          verdict: verdictOf(posterior, threshold, model.unsure),
          posterior,
          evidence: evidenceOf(evidence(), i),
        };
      }));
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

function verdictOf(posterior: number, threshold: number, unsure: number): Verdict {
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

function assertThreshold(caller: string, threshold: number): void {
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new RangeError(`${caller}: the threshold must be from 0 to 1, got ${threshold}`);
  }
}

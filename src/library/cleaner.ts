/** The cleaner as programs see it: checks what it is given and freezes what it gives. */
import { assertReadable, cleanText } from "../core/clean/cleaner.ts";
import { type Preset, PRESETS } from "../core/clean/presets.ts";
import type { Model } from "../core/model/model.ts";
import { TapisError } from "../errors.ts";
import { describeValue, isText, isTextList, refuseArgument } from "./arguments.ts";
import { cleanParagraphs, scoreParagraphs } from "./clean-paragraphs.ts";
import { explainParagraphs, explainText } from "./explain.ts";
import { checkOptions } from "./check-options.ts";
import { frozenText } from "./frozen-results.ts";
import { isModel } from "./model-source.ts";
import type { CleanerOptions, CleanOptions, ExplainOptions } from "./options.ts";
import type {
  CleanResult,
  Explanation,
  HtmlResult,
  ParagraphsResult,
  TextExplanation,
} from "./results.ts";

/** Takes injected spam out of articles. Holds no state: the same text always gives the same result. */
export interface Cleaner {
  /** Least posterior at which a paragraph is cut, unless `clean` is told another one. */
  readonly threshold: number;
  /**
   * Cleans a text.
   *
   * @throws {TapisError} ERR_ARGUMENT when it is none; ERR_OPTIONS.
   */
  clean(text: string, options?: CleanOptions): CleanResult;
  /**
   * Cleans a text that is in paragraphs. Each is decided as it was given: kept or cut whole, whatever lines or sentences are in it. An
   * article that has lost its paragraphs is better given as a text.
   *
   * @throws {TapisError} ERR_ARGUMENT when one is not a string; ERR_OPTIONS.
   */
  clean(paragraphs: readonly string[], options?: CleanOptions): ParagraphsResult;
  /**
   * Posteriors of paragraphs that make up a document, in [0, 1]; one per paragraph, 0 for a blank one.
   *
   * @throws {TapisError} ERR_ARGUMENT when one is not a string.
   */
  score(paragraphs: readonly string[]): readonly number[];
  /**
   * Where the decisions about a text come from; one per paragraph of the result of {@link Cleaner.clean}.
   *
   * @throws {TapisError} ERR_ARGUMENT when it is none; ERR_OPTIONS.
   */
  explain(text: string, options?: ExplainOptions): readonly TextExplanation[];
  /**
   * Where the decisions about paragraphs come from; one per paragraph that was given.
   *
   * @throws {TapisError} ERR_ARGUMENT when one is not a string; ERR_OPTIONS.
   */
  explain(paragraphs: readonly string[], options?: ExplainOptions): readonly Explanation[];
}

/** A cleaner that also takes pages of HTML: what `loadCleaner({ html: true })` gives. */
export interface HtmlCleaner extends Cleaner {
  /** Cleans a text. */
  clean(text: string, options?: CleanOptions): CleanResult;
  /** Cleans a text that is in paragraphs. */
  clean(paragraphs: readonly string[], options?: CleanOptions): ParagraphsResult;
  /**
   * Cleans a page, or a part of one. Its block elements are the paragraphs; an element goes with all that is in it when nothing of it
   * stays.
   *
   * @throws {TapisError} ERR_ARGUMENT when it is none; ERR_OPTIONS; ERR_RECORD_FORMAT when its markup is such that it cannot be parsed
   *   in reasonable time.
   */
  clean(page: HtmlPage, options?: CleanOptions): HtmlResult;
}

/** A page of HTML, or a part of one. */
export interface HtmlPage {
  readonly html: string;
}

/** Cleans a page with a model; `threshold` is the least posterior at which a paragraph is cut. */
export type CleanPage = (html: string, model: Model, threshold: number) => HtmlResult;

/**
 * Makes a cleaner of a model that was parsed, without waiting.
 *
 * @throws {TapisError} ERR_ARGUMENT when it is no model; ERR_MODEL_VERSION when it was trained on other evidence than this version
 *   gathers; ERR_OPTIONS.
 */
export function createCleaner(model: Model, options: CleanerOptions = {}): Cleaner {
  const { threshold, preset } = checkOptions("createCleaner", "cleaner", options);
  if (!isModel(model)) {
    const got = describeValue(model);
    throw new TapisError(
      "ERR_ARGUMENT",
      `createCleaner: must be given what parseModel gives, got ${got}`,
    );
  }
  return cleanerOf(model, thresholdOf({ threshold, preset, model }));
}

/** The threshold that is asked for by number or name, or else the model's. */
export function thresholdOf({
  threshold,
  preset,
  model,
}: {
  readonly threshold: number | undefined;
  readonly preset: Preset | undefined;
  readonly model: Model;
}): number {
  return threshold ?? (preset === undefined ? model.threshold : PRESETS[preset]);
}

/** Makes a cleaner; one that takes pages if it is told how. */
export function cleanerOf(model: Model, threshold: number, cleanPage: CleanPage): HtmlCleaner;
export function cleanerOf(model: Model, threshold: number, cleanPage?: CleanPage): Cleaner;
export function cleanerOf(model: Model, ownThreshold: number, cleanPage?: CleanPage): HtmlCleaner {
  assertReadable(model);

  function clean(text: string, options?: CleanOptions): CleanResult;
  function clean(paragraphs: readonly string[], options?: CleanOptions): ParagraphsResult;
  function clean(page: HtmlPage, options?: CleanOptions): HtmlResult;
  function clean(
    input: string | readonly string[] | HtmlPage,
    options: CleanOptions = {},
  ): CleanResult | ParagraphsResult | HtmlResult {
    const { threshold = ownThreshold } = checkOptions("clean", "clean", options);
    if (isText(input)) return frozenText(input, cleanText(input, model, threshold));
    if (isTextList(input)) return cleanParagraphs(input, model, threshold);
    if (isPage(input) && cleanPage !== undefined) return cleanPage(input.html, model, threshold);
    return refuseArgument("clean", input, cleanPage !== undefined);
  }

  function explain(text: string, options?: ExplainOptions): readonly TextExplanation[];
  function explain(paragraphs: readonly string[], options?: ExplainOptions): readonly Explanation[];
  function explain(
    input: string | readonly string[],
    options: ExplainOptions = {},
  ): readonly Explanation[] {
    const { words } = checkOptions("explain", "explain", options);
    const how = { model, threshold: ownThreshold, wordCount: words };
    if (isText(input)) return explainText(input, how);
    if (isTextList(input)) return explainParagraphs(input, how);
    return refuseArgument("explain", input, false);
  }

  return Object.freeze({
    threshold: ownThreshold,
    clean,
    explain,
    score(paragraphs: readonly string[]) {
      if (isTextList(paragraphs)) return scoreParagraphs(paragraphs, model);
      return refuseArgument("score", paragraphs, false);
    },
  });
}

function isPage(input: unknown): input is HtmlPage {
  return (
    typeof input === "object" && input !== null && "html" in input && typeof input.html === "string"
  );
}

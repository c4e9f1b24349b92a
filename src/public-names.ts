/** Every public name that is the same in all runtimes, one by one; the entries add what is loaded in another way in each. */
export type { PartName, Part } from "./core/clean/attribution.ts";
export type { Cut } from "./core/clean/cleaner.ts";
export { restore } from "./core/clean/cut.ts";
export type { Evidence, Verdict } from "./core/clean/decision.ts";
export type { WordWeight } from "./core/clean/explain.ts";
export { type Preset, PRESETS } from "./core/clean/presets.ts";
export type { Forest } from "./core/model/forest.ts";
export {
  type Calibration,
  type Combination,
  type Exit,
  type Model,
  parseModel,
} from "./core/model/model.ts";
export type { TopicSpace } from "./core/model/topic-space.ts";
export type { WordTable } from "./core/model/word-table.ts";
export type { Span } from "./core/text/span.ts";
export { type ErrorCode, TapisError } from "./errors.ts";
export type { CleanDocuments } from "./library/clean-documents.ts";
export { type Cleaner, createCleaner, type HtmlCleaner, type HtmlPage } from "./library/cleaner.ts";
export type { CleaningStream } from "./library/cleaning-stream.ts";
export type {
  Abortable,
  CleanedDocument,
  CleanerToLoad,
  DocumentOptions,
  DocumentText,
  GivenCleaner,
  ResultOf,
  TextKey,
  TextKeyOption,
} from "./library/documents.ts";
export type { LoadCleaner } from "./library/load-cleaner.ts";
export type {
  CleanerOptions,
  CleanOptions,
  ExplainOptions,
  LoadOptions,
  ModelOptions,
  ModelSource,
  ThresholdByName,
  ThresholdByNumber,
} from "./library/options.ts";
export type {
  CleanResult,
  DecidedParagraph,
  Explanation,
  HtmlResult,
  Paragraph,
  ParagraphsResult,
  TextExplanation,
} from "./library/results.ts";
export type { Documents } from "./library/source.ts";

export {
  type Cleaner,
  type CleanOptions,
  type CleanResult,
  createCleaner,
  type Cut,
  type Evidence,
  type Paragraph,
  type Verdict,
} from "./core/clean/cleaner.ts";
export type { Attribution, Part, PartName } from "./core/clean/attribution.ts";
export { type Preset, PRESETS } from "./core/clean/presets.ts";
export { restore } from "./core/clean/cut.ts";
export type { WordWeight } from "./core/clean/explain.ts";
export {
  type Calibration,
  type Combination,
  type Exit,
  type Model,
  parseModel,
} from "./core/model/model.ts";
export type { Forest } from "./core/model/forest.ts";
export type { TopicSpace } from "./core/model/topic-space.ts";
export type { WordTable } from "./core/model/word-table.ts";
export type { Span } from "./core/text/span.ts";
export { type ErrorCode, TapisError } from "./errors.ts";
export { loadCleaner, type LoadOptions } from "./pipeline/load-cleaner.ts";

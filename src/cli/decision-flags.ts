import { PRESETS } from "../core/clean/presets.ts";
import type { EncodingName } from "../formats/encoding/encoding.ts";
import type { FormatName } from "../formats/format-names.ts";

/** The flags of every command that decides paragraphs, checked. */
export interface DecisionFlags {
  readonly format?: FormatName | undefined;
  readonly textKey: string;
  /** Encoding of the inputs; else by their byte order marks. */
  readonly encoding?: EncodingName | undefined;
  readonly threshold?: number | undefined;
  /** Ask for the threshold of a preset instead. */
  readonly careful: boolean;
  readonly thorough: boolean;
  readonly model?: string | undefined;
}

/** The threshold that flags ask for, by number or by preset; undefined for the model's own. */
export function thresholdOf({
  threshold,
  careful,
  thorough,
}: Pick<DecisionFlags, "threshold" | "careful" | "thorough">): number | undefined {
  if (careful) return PRESETS.careful;
  return thorough ? PRESETS.thorough : threshold;
}

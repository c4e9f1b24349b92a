import * as z from "zod/mini";
import { BASELINE_NAMES, type BaselineName } from "../core/evaluate/baselines.ts";
import type { DecisionFlags } from "./decision-flags.ts";
import { DECISION_FLAGS, parseFlags, WHOLE_NUMBER } from "./flags.ts";

/** The flags of `tapis evaluate`, checked. */
export interface EvaluateFlags extends Pick<
  DecisionFlags,
  "threshold" | "careful" | "thorough" | "model"
> {
  /** Folder of the texts that the documents were composed of. */
  readonly bySource?: string | undefined;
  readonly data: string;
  readonly trees: number;
  readonly cleaned?: string | undefined;
  readonly against: readonly BaselineName[];
  readonly worst: number;
  readonly json: boolean;
  readonly html?: string | undefined;
  /** Least share of exact documents, in percent. */
  readonly minExact?: number | undefined;
  /** Greatest share of news that may be lost, in percent of its characters. */
  readonly maxLost?: number | undefined;
  readonly color?: boolean | undefined;
}

const Percent = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => /^\d*\.?\d+$/.test(text) && Number(text) <= 100,
        "must be a number from 0 to 100",
      ),
    ),
  z.transform(Number),
);

const Names = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => text.split(",").map((name) => name.trim())),
  ),
  z.array(z.enum(BASELINE_NAMES, `may name ${BASELINE_NAMES.join(", ")}`)),
);

const Schema = z.object({
  threshold: DECISION_FLAGS.threshold,
  careful: DECISION_FLAGS.careful,
  thorough: DECISION_FLAGS.thorough,
  model: DECISION_FLAGS.model,
  bySource: z.optional(z.string().check(z.minLength(1, "must name a folder"))),
  data: z.string(),
  trees: WHOLE_NUMBER,
  cleaned: z.optional(z.string().check(z.minLength(1, "must name a file"))),
  against: z._default(Names, []),
  worst: z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/, "must be a whole number")),
    z.transform(Number),
  ),
  json: z._default(z.boolean(), false),
  html: z.optional(z.string().check(z.minLength(1, "must name a file"))),
  minExact: z.optional(Percent),
  maxLost: z.optional(Percent),
  color: z.optional(z.boolean()),
});

/**
 * Checks the flags of `tapis evaluate` that commander read; what is compared with is named once each.
 *
 * @throws {UsageFault} when one has a value that it cannot have.
 */
export function parseEvaluateFlags(flags: Readonly<Record<string, unknown>>): EvaluateFlags {
  const parsed = parseFlags(Schema, flags);
  return { ...parsed, against: [...new Set(parsed.against)] };
}

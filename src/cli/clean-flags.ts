import { z } from "zod";
import { DECISION_FLAGS, type DecisionFlags, parseFlags } from "./flags.ts";

/** The flags of `tapis clean`, checked. */
export interface CleanFlags extends DecisionFlags {
  readonly out?: string | undefined;
  readonly inPlace: boolean;
  readonly removed?: string | undefined;
  readonly rejects?: string | undefined;
  /** Most threads that clean at a time. */
  readonly jobs?: number | undefined;
  readonly dryRun: boolean;
  readonly quiet: boolean;
}

const Schema = z.object({
  ...DECISION_FLAGS,
  out: z.string().min(1, "must name a folder").optional(),
  inPlace: z.boolean().default(false),
  removed: z.string().min(1, "must name a file").optional(),
  rejects: z.string().min(1, "must name a file").optional(),
  jobs: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be a whole number from 1 to 999")
    .transform(Number)
    .optional(),
  dryRun: z.boolean().default(false),
  quiet: z.boolean().default(false),
});

/**
 * Checks the flags of `tapis clean` that commander read.
 *
 * @throws {UsageFault} when one has a value that it cannot have.
 */
export function parseCleanFlags(flags: Readonly<Record<string, unknown>>): CleanFlags {
  return parseFlags(Schema, flags);
}

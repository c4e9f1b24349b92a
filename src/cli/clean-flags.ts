import { z } from "zod";
import { DECISION_FLAGS, type DecisionFlags, parseFlags } from "./flags.ts";

/** The flags of `tapis clean`, checked. */
export interface CleanFlags extends DecisionFlags {
  readonly out?: string | undefined;
  readonly inPlace: boolean;
  readonly removed?: string | undefined;
  readonly rejects?: string | undefined;
  readonly dryRun: boolean;
  readonly quiet: boolean;
}

const Schema = z.object({
  ...DECISION_FLAGS,
  out: z.string().min(1, "must name a folder").optional(),
  inPlace: z.boolean().default(false),
  removed: z.string().min(1, "must name a file").optional(),
  rejects: z.string().min(1, "must name a file").optional(),
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

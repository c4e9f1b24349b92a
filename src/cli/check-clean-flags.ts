import * as z from "zod/mini";
import { parseShard } from "../pipeline/shard.ts";
import type { CleanFlags } from "./clean-flags.ts";
import { DECISION_FLAGS, parseFlags } from "./flags.ts";
import { parsePercent, parseRejectLimit } from "./reject-limit.ts";

const FilePath = z.optional(z.string().check(z.minLength(1, "must name a file")));

const Schema = z.object({
  ...DECISION_FLAGS,
  out: z.optional(z.string().check(z.minLength(1, "must name a folder"))),
  inPlace: z._default(z.boolean(), false),
  backup: z.optional(
    z.string().check(z.regex(/^[^/\\\0]+$/, "must be the end of a file name, such as .orig")),
  ),
  removed: FilePath,
  rejects: FilePath,
  maxRejects: parsedBy(parseRejectLimit),
  maxCut: parsedBy(parsePercent),
  dropEmpty: z._default(z.boolean(), false),
  htmlTo: z.optional(z.enum(["text"])),
  filesFrom: FilePath,
  ignore: z.optional(z.array(z.string().check(z.minLength(1, "must be a pattern")))),
  shard: parsedBy(parseShard),
  ledger: FilePath,
  resume: z._default(z.boolean(), false),
  report: FilePath,
  jsonSummary: FilePath,
  jobs: z.optional(
    z.pipe(
      z.string().check(z.regex(/^[1-9]\d{0,2}$/, "must be a whole number from 1 to 999")),
      z.transform(Number),
    ),
  ),
  dryRun: z._default(z.boolean(), false),
  quiet: z._default(z.boolean(), false),
});

/** Text that `parse` reads; the RangeError that it throws says what is wrong. */
function parsedBy<T>(parse: (text: string) => T): z.ZodMiniType<T | undefined> {
  const parsed = z.transform((text: string, context): T => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.issues.push({ code: "custom", message: error.message, input: text });
      return z.NEVER;
    }
  });
  return z.optional(z.pipe(z.string(), parsed));
}

/**
 * Checks the flags of `tapis clean` that commander read.
 *
 * @throws {UsageFault} when one has a value that it cannot have.
 */
export function checkCleanFlags(flags: Readonly<Record<string, unknown>>): CleanFlags {
  return parseFlags(Schema, flags);
}

import { z } from "zod";
import { parseShard, type Shard } from "../pipeline/shard.ts";
import { DECISION_FLAGS, type DecisionFlags, parseFlags } from "./flags.ts";
import { parsePercent, parseRejectLimit, type RejectLimit } from "./reject-limit.ts";

/** The flags of `tapis clean`, checked. */
export interface CleanFlags extends DecisionFlags {
  readonly out?: string | undefined;
  readonly inPlace: boolean;
  /** What is added to the name under which a replaced file stays. */
  readonly backup?: string | undefined;
  readonly removed?: string | undefined;
  readonly rejects?: string | undefined;
  readonly maxRejects?: RejectLimit | undefined;
  /** Documents of which a greater share would go stay whole; in (0, 1]. */
  readonly maxCut?: number | undefined;
  readonly dropEmpty: boolean;
  /** What becomes of HTML files, if not HTML. */
  readonly htmlTo?: "text" | undefined;
  /** A file of paths to clean too; `-` for standard input. */
  readonly filesFrom?: string | undefined;
  /** Patterns of files that are left out. */
  readonly ignore?: readonly string[] | undefined;
  readonly shard?: Shard | undefined;
  readonly ledger?: string | undefined;
  readonly resume: boolean;
  /** Where a page goes that shows what was cut. */
  readonly report?: string | undefined;
  /** Where the figures of the run go. */
  readonly jsonSummary?: string | undefined;
  /** Most threads that clean at a time. */
  readonly jobs?: number | undefined;
  readonly dryRun: boolean;
  readonly quiet: boolean;
}

const FilePath = z.string().min(1, "must name a file").optional();

const Schema = z.object({
  ...DECISION_FLAGS,
  out: z.string().min(1, "must name a folder").optional(),
  inPlace: z.boolean().default(false),
  backup: z
    .string()
    .regex(/^[^/\\\0]+$/, "must be the end of a file name, such as .orig")
    .optional(),
  removed: FilePath,
  rejects: FilePath,
  maxRejects: parsedBy(parseRejectLimit),
  maxCut: parsedBy(parsePercent),
  dropEmpty: z.boolean().default(false),
  htmlTo: z.enum(["text"]).optional(),
  filesFrom: FilePath,
  ignore: z.array(z.string().min(1, "must be a pattern")).optional(),
  shard: parsedBy(parseShard),
  ledger: FilePath,
  resume: z.boolean().default(false),
  report: FilePath,
  jsonSummary: FilePath,
  jobs: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be a whole number from 1 to 999")
    .transform(Number)
    .optional(),
  dryRun: z.boolean().default(false),
  quiet: z.boolean().default(false),
});

/** Text that `parse` reads; the RangeError that it throws says what is wrong. */
function parsedBy<T>(parse: (text: string) => T): z.ZodType<T | undefined> {
  return z
    .string()
    .transform((text, context): T => {
      try {
        return parse(text);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.addIssue({ code: "custom", message: error.message });
        return z.NEVER;
      }
    })
    .optional();
}

/**
 * Checks the flags of `tapis clean` that commander read.
 *
 * @throws {UsageFault} when one has a value that it cannot have.
 */
export function parseCleanFlags(flags: Readonly<Record<string, unknown>>): CleanFlags {
  return parseFlags(Schema, flags);
}

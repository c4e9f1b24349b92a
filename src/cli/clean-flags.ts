import type { Shard } from "../pipeline/shard.ts";
import type { DecisionFlags } from "./decision-flags.ts";
import type { RejectLimit } from "./reject-limit.ts";

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

/** The text key, unless another one is given. */
const TEXT_KEY = "text";

/** What commander reads of a command line without flags. */
export const NO_CLEAN_FLAGS: Readonly<Record<string, unknown>> = { textKey: TEXT_KEY };

/**
 * The flags of `tapis clean` that commander read, checked. What checks them is loaded only when one has a value: a program that is
 * started for one article should not wait for it.
 *
 * @throws {UsageFault} when one has a value that it cannot have.
 */
export async function parseCleanFlags(
  flags: Readonly<Record<string, unknown>>,
): Promise<CleanFlags> {
  const { textKey, ...others } = flags;
  const isOfSwitches = Object.values(others).every((value) => value === true);
  if (textKey === TEXT_KEY && isOfSwitches) return switchesOf(flags);
  const { checkCleanFlags } = await import("./check-clean-flags.ts");
  return checkCleanFlags(flags);
}

function switchesOf(flags: Readonly<Record<string, unknown>>): CleanFlags {
  const isOn = (name: keyof CleanFlags): boolean => flags[name] === true;
  return {
    textKey: TEXT_KEY,
    careful: isOn("careful"),
    thorough: isOn("thorough"),
    inPlace: isOn("inPlace"),
    dropEmpty: isOn("dropEmpty"),
    resume: isOn("resume"),
    dryRun: isOn("dryRun"),
    quiet: isOn("quiet"),
  };
}

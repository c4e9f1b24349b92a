import { openFileOutput } from "../../io/file-output.ts";
import { runClean } from "../../pipeline/run-clean.ts";
import { escapeControls } from "../../report/escape-controls.ts";
import { parseCleanFlags } from "../clean-flags.ts";
import type { Terminal } from "../terminal.ts";
import { addOutcome, EMPTY_TALLY, formatTally } from "../clean-tally.ts";
import { loadFlaggedCleaner } from "./load-flagged-cleaner.ts";
import { planClean } from "./plan-clean.ts";

/** Reasons beyond these are not printed one by one. */
const MAX_WARNINGS = 20;

/** Does what a `tapis clean` command line asks for. */
export async function clean(
  paths: readonly string[],
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const flags = parseCleanFlags(rawFlags);
  const jobs = await planClean(paths, flags, terminal);
  const { dryRun, quiet } = flags;
  const cleaner = await loadFlaggedCleaner(flags, terminal);
  const openerOf = (path: string | undefined) =>
    path === undefined || dryRun ? undefined : () => openFileOutput(path);
  const openRemoved = openerOf(flags.removed);
  const openRejects = openerOf(flags.rejects);

  const say = (message: string): void => {
    if (!quiet) terminal.stderr.write(`tapis: ${escapeControls(message)}\n`);
  };
  let tally = EMPTY_TALLY;
  for await (const outcome of runClean(jobs, { cleaner, openRemoved, openRejects })) {
    tally = addOutcome(tally, outcome);
    if (outcome.kind !== "rejected") continue;
    terminal.exitCode = 1;
    if (openRejects === undefined && tally.rejected <= MAX_WARNINGS) say(outcome.message);
  }
  say(formatTally(tally) + (dryRun ? " (dry run, nothing written)" : ""));
}

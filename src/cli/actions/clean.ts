import { openFileOutput } from "../../io/file-output.ts";
import { countProcessors } from "../../io/worker-pool.ts";
import { addTallies, EMPTY_TALLY } from "../../pipeline/clean-tally.ts";
import { runClean } from "../../pipeline/run-clean.ts";
import { escapeControls } from "../../report/escape-controls.ts";
import { parseCleanFlags } from "../clean-flags.ts";
import { formatTally } from "../format-tally.ts";
import type { Terminal } from "../terminal.ts";
import { loadFlaggedCleaner, loadOptionsOf } from "./load-flagged-cleaner.ts";
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
  const plan = await planClean(paths, flags, terminal);
  const { dryRun, quiet } = flags;
  const cleaner = await loadFlaggedCleaner(flags, terminal);
  const openerOf = (path: string | undefined) =>
    path === undefined || dryRun ? undefined : () => openFileOutput(path);
  const openRemoved = openerOf(flags.removed);
  const openRejects = openerOf(flags.rejects);

  const say = (message: string): void => {
    if (!quiet) terminal.stderr.write(`tapis: ${escapeControls(message)}\n`);
  };
  const count = terminal.canStartWorkers ? (flags.jobs ?? countProcessors()) : 1;
  const workers = count === 1 ? undefined : { count, load: loadOptionsOf(flags), onWorkerEnd: say };
  let tally = EMPTY_TALLY;
  let warningCount = 0;
  for await (const cleaned of runClean(plan, { cleaner, workers, openRemoved, openRejects })) {
    tally = addTallies(tally, cleaned.tally);
    if (cleaned.tally.rejected > 0) terminal.exitCode = 1;
    if (openRejects !== undefined) continue;
    const warnings = cleaned.warnings.slice(0, MAX_WARNINGS - warningCount);
    for (const warning of warnings) say(warning);
    warningCount += warnings.length;
  }
  say(formatTally(tally) + (dryRun ? " (dry run, nothing written)" : ""));
}

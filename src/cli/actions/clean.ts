import { openFileOutput } from "../../io/file-output.ts";
import { countProcessors } from "../../io/worker-pool.ts";
import { type CleanTally, EMPTY_TALLY } from "../../pipeline/clean-tally.ts";
import { type OpenedLedger, openLedger } from "../../pipeline/open-ledger.ts";
import { runClean } from "../../pipeline/run-clean.ts";
import { type OpenOutput, renameSides } from "../../pipeline/side-outputs.ts";
import { escapeControls } from "../../report/escape-controls.ts";
import { type CleanFlags, parseCleanFlags } from "../clean-flags.ts";
import { formatTally } from "../format-tally.ts";
import { exceedsLimit } from "../reject-limit.ts";
import type { Terminal } from "../terminal.ts";
import { cleanSettings } from "./clean-settings.ts";
import { loadFlaggedCleaner, loadOptionsOf } from "./load-flagged-cleaner.ts";
import { type CleanPlan, planClean } from "./plan-clean.ts";

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
  const opened = await openPlannedLedger(plan, flags);
  try {
    if (opened?.resumption?.isThrough === true) {
      await renameSides(flags, opened.ledger.run);
      if (!flags.quiet) terminal.stderr.write("tapis: the run is through already\n");
      return;
    }
    await cleanPlanned(plan, { flags, opened }, terminal);
  } finally {
    await opened?.ledger.close();
  }
}

async function openPlannedLedger(
  { jobs, ledger }: CleanPlan,
  flags: CleanFlags,
): Promise<OpenedLedger | undefined> {
  if (ledger === undefined) return undefined;
  const names = jobs.map(({ source }) => source.name);
  const settings = await cleanSettings(flags, names);
  return openLedger({ path: ledger, isResumed: flags.resume, settings, jobs });
}

async function cleanPlanned(
  { jobs }: CleanPlan,
  { flags, opened }: { readonly flags: CleanFlags; readonly opened: OpenedLedger | undefined },
  terminal: Terminal,
): Promise<void> {
  const { dryRun, quiet, removed, rejects, maxRejects, maxCut = 1, dropEmpty } = flags;
  const cleaner = await loadFlaggedCleaner(flags, terminal);
  const say = (message: string): void => {
    if (!quiet) terminal.stderr.write(`tapis: ${escapeControls(message)}\n`);
  };
  const openRejects = openerOf(rejects, flags);
  const interrupt = new AbortController();
  const takeBack = terminal.onInterrupt(() => interrupt.abort());
  let tally: CleanTally = opened?.resumption?.progress.tally ?? EMPTY_TALLY;
  let warningCount = 0;
  try {
    const events = runClean(jobs, {
      cleaner,
      rules: {
        keepsRejected: false,
        dropsEmpty: dropEmpty,
        mostCut: maxCut,
        listsChanges: removed !== undefined,
      },
      workers: workersOf(flags, terminal, say),
      openRemoved: openerOf(removed, flags),
      openRejects,
      isTooMuch: maxRejects && ((counts) => exceedsLimit(maxRejects, counts)),
      signal: interrupt.signal,
      ...opened,
    });
    for await (const event of events) {
      ({ tally } = event);
      if (openRejects !== undefined) continue;
      const warnings = event.warnings.slice(0, MAX_WARNINGS - warningCount);
      for (const warning of warnings) say(warning);
      warningCount += warnings.length;
    }
  } finally {
    takeBack();
  }
  if (tally.rejected > 0) terminal.exitCode = 1;
  say(formatTally(tally) + (dryRun ? " (dry run, nothing written)" : ""));
  if (!interrupt.signal.aborted) return;
  terminal.exitCode = 130;
  say(
    opened === undefined
      ? "interrupted"
      : "interrupted; the same command line with --resume goes on from here",
  );
}

function openerOf(path: string | undefined, { dryRun }: CleanFlags): OpenOutput | undefined {
  return path === undefined || dryRun ? undefined : (options) => openFileOutput(path, options);
}

function workersOf(flags: CleanFlags, terminal: Terminal, onWorkerEnd: (message: string) => void) {
  const count = terminal.canStartWorkers ? (flags.jobs ?? countProcessors()) : 1;
  return count === 1 ? undefined : { count, load: loadOptionsOf(flags), onWorkerEnd };
}

import { openFileOutput } from "../../io/file-output.ts";
import { writeWholeFile } from "../../io/write-file.ts";
import { countProcessors } from "../../io/worker-pool.ts";
import { type CleanTally, EMPTY_TALLY } from "../../pipeline/clean-tally.ts";
import { type OpenedLedger, openLedger } from "../../pipeline/open-ledger.ts";
import type { RunSettings } from "../../pipeline/ledger-schema.ts";
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
import { openProgress } from "./clean-progress.ts";

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
  const settings = await cleanSettings(
    flags,
    plan.jobs.map(({ source }) => source.name),
  );
  const opened = await openPlannedLedger(plan, flags, settings);
  if (opened?.resumption?.isThrough === true) {
    await renameSides(flags, opened.ledger.run);
    await opened.ledger.close();
    if (!flags.quiet) terminal.stderr.write("tapis: the run is through already\n");
    return;
  }
  try {
    await run({ plan, flags, settings, opened }, terminal);
  } finally {
    await opened?.ledger.close();
  }
}

async function openPlannedLedger(
  { jobs, ledger }: CleanPlan,
  { resume }: CleanFlags,
  settings: RunSettings,
): Promise<OpenedLedger | undefined> {
  if (ledger === undefined) return undefined;
  return openLedger({ path: ledger, isResumed: resume, settings, jobs });
}

interface PlannedRun {
  readonly plan: CleanPlan;
  readonly flags: CleanFlags;
  readonly settings: RunSettings;
  readonly opened: OpenedLedger | undefined;
}

async function run({ plan, flags, settings, opened }: PlannedRun, terminal: Terminal): Promise<void> {
  const { dryRun, rejects, removed, maxRejects, maxCut = 1, dropEmpty } = flags;
  const cleaner = await loadFlaggedCleaner(flags, terminal);
  const progress = await openProgress(plan.jobs, flags, terminal);
  const say = (message: string): void => progress.note(escapeControls(message));
  for (const note of plan.notes) say(note);

  const interrupt = new AbortController();
  const takeBack = terminal.onInterrupt(() => interrupt.abort());
  let tally: CleanTally = opened?.resumption?.progress.tally ?? EMPTY_TALLY;
  let warningCount = 0;
  try {
    const events = runClean(plan.jobs, {
      cleaner,
      rules: { keepsRejected: false, dropsEmpty: dropEmpty, mostCut: maxCut },
      workers: workersOf(flags, terminal, say),
      openRemoved: openerOf(removed, flags),
      openRejects: openerOf(rejects, flags),
      isTooMuch: maxRejects === undefined ? undefined : (counts) => exceedsLimit(maxRejects, counts),
      signal: interrupt.signal,
      ...opened,
    });
    for await (const event of events) {
      tally = event.tally;
      progress.update(event);
      if (tally.rejected > 0) terminal.exitCode = 1;
      if (rejects !== undefined && !dryRun) continue;
      const warnings = event.warnings.slice(0, MAX_WARNINGS - warningCount);
      for (const warning of warnings) say(warning);
      warningCount += warnings.length;
    }
  } finally {
    takeBack();
    progress.stop();
  }
  const isInterrupted = interrupt.signal.aborted;
  if (isInterrupted) terminal.exitCode = 130;
  say(formatTally(tally) + (dryRun ? " (dry run, nothing written)" : ""));
  if (isInterrupted) say(`interrupted; ${opened === undefined ? "what was open is given up" : "add --resume to the same command line to go on"}`);
  if (flags.jsonSummary !== undefined) {
    const summary = progress.summary({ tally, settings, reason: isInterrupted ? "interrupted" : "done" });
    await writeWholeFile(flags.jsonSummary, summary);
  }
}

function openerOf(path: string | undefined, { dryRun }: CleanFlags): OpenOutput | undefined {
  return path === undefined || dryRun ? undefined : (options) => openFileOutput(path, options);
}

function workersOf(flags: CleanFlags, terminal: Terminal, onWorkerEnd: (message: string) => void) {
  const count = terminal.canStartWorkers ? (flags.jobs ?? countProcessors()) : 1;
  return count === 1 ? undefined : { count, load: loadOptionsOf(flags), onWorkerEnd };
}

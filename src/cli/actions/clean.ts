import type { TextCleaner } from "../../core/clean/cleaner.ts";
import { countProcessors } from "../../io/worker-pool.ts";
import { type CleanTally, EMPTY_TALLY } from "../../pipeline/clean-tally.ts";
import type { OpenedLedger } from "../../pipeline/open-ledger.ts";
import { runClean } from "../../pipeline/run-clean.ts";
import type { OpenOutput } from "../../pipeline/side-outputs.ts";
import { escapeControls } from "../../report/escape-controls.ts";
import { formatSummary, type RunSummary } from "../../report/run-summary.ts";
import { type CleanFlags, parseCleanFlags } from "../clean-flags.ts";
import { thresholdOf } from "../decision-flags.ts";
import { formatTally } from "../format-tally.ts";
import { exceedsLimit } from "../reject-limit.ts";
import type { Terminal } from "../terminal.ts";
import { loadFlaggedCleaner, loadOptionsOf } from "./load-flagged-cleaner.ts";
import { type CleanPlan, planClean } from "./plan-clean.ts";
import { openRunDisplay, type RunDisplay } from "./run-display.ts";
import type { RunReport } from "./run-report.ts";

/** Reasons beyond these are not printed one by one. */
const MAX_WARNINGS = 20;

/** Does what a `tapis clean` command line asks for. */
export async function clean(
  paths: readonly string[],
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const flags = await parseCleanFlags(rawFlags);
  const plan = await planClean(paths, flags, terminal);
  const opened = await openPlannedLedger(plan, flags);
  try {
    if (opened?.resumption?.isThrough === true) {
      const { renameSides } = await import("../../pipeline/rename-sides.ts");
      await renameSides(flags, opened.ledger.run);
      if (!flags.quiet) terminal.stderr.write("tapis: the run is through already\n");
      return;
    }
    await cleanAndSumUp(plan, { flags, opened }, terminal);
  } finally {
    await opened?.ledger.close();
  }
}

async function openPlannedLedger(
  { jobs, ledger }: CleanPlan,
  flags: CleanFlags,
): Promise<OpenedLedger | undefined> {
  if (ledger === undefined) return undefined;
  const { cleanSettings } = await import("./clean-settings.ts");
  const { openLedger } = await import("../../pipeline/open-ledger.ts");
  const names = jobs.map(({ source }) => source.name);
  const settings = await cleanSettings(flags, names);
  return openLedger({ path: ledger, isResumed: flags.resume, settings, jobs });
}

/** The flags of a run, and its ledger if it has one. */
interface RunInputs {
  readonly flags: CleanFlags;
  readonly opened: OpenedLedger | undefined;
}

/** What a run is done with, and who is told of it while it goes on. */
interface RunTools {
  readonly cleaner: TextCleaner;
  readonly display: RunDisplay;
  readonly report: RunReport | undefined;
  readonly terminal: Terminal;
}

async function cleanAndSumUp(plan: CleanPlan, run: RunInputs, terminal: Terminal): Promise<void> {
  const { flags, opened } = run;
  const display = await openRunDisplay(plan.jobs, flags, terminal);
  const started = new Date().toISOString();
  const cleaner = await loadFlaggedCleaner(flags, terminal);
  const report = await openPlannedReport(flags, cleaner);
  let outcome: RunSummary["outcome"] = "failed";
  let error: string | undefined;
  try {
    outcome = await cleanPlanned(plan, run, { cleaner, display, report, terminal });
  } catch (fault) {
    error = fault instanceof Error ? fault.message : String(fault);
    throw fault;
  } finally {
    display.stop();
    const { elapsedMs, bytes, tally } = display;
    const summary: RunSummary = {
      format: "tapis-summary",
      version: 1,
      outcome,
      ...(error !== undefined && { error }),
      started,
      elapsedMs,
      isResumed: opened?.resumption !== undefined,
      inputs: plan.jobs.length,
      bytes,
      ...tally,
      threshold: thresholdOf(flags) ?? null,
    };
    await report?.write(summary);
    if (flags.jsonSummary !== undefined) {
      const { writeWholeFile } = await import("../../io/write-file.ts");
      await writeWholeFile(flags.jsonSummary, formatSummary(summary));
    }
  }
}

async function cleanPlanned(
  { jobs }: CleanPlan,
  { flags, opened }: RunInputs,
  { cleaner, display, report, terminal }: RunTools,
): Promise<RunSummary["outcome"]> {
  const { dryRun, removed, rejects, maxRejects, maxCut = 1, dropEmpty } = flags;
  const say = (message: string): void => display.say(escapeControls(message));
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
        reports: flags.report !== undefined,
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
      display.take(event);
      for (const entry of event.report) report?.take(entry);
      if (openRejects !== undefined) continue;
      const warnings = event.warnings.slice(0, MAX_WARNINGS - warningCount);
      for (const warning of warnings) say(warning);
      warningCount += warnings.length;
    }
  } finally {
    takeBack();
  }
  display.stop();
  if (tally.rejected > 0) terminal.exitCode = 1;
  say(formatTally(tally) + (dryRun ? " (dry run, nothing written)" : ""));
  if (!interrupt.signal.aborted) return "done";
  terminal.exitCode = 130;
  say(
    opened === undefined
      ? "interrupted"
      : "interrupted; the same command line with --resume goes on from here",
  );
  return "interrupted";
}

async function openPlannedReport(
  { report }: CleanFlags,
  cleaner: TextCleaner,
): Promise<RunReport | undefined> {
  if (report === undefined) return undefined;
  const { openRunReport } = await import("./run-report.ts");
  return openRunReport(report, cleaner);
}

function openerOf(path: string | undefined, { dryRun }: CleanFlags): OpenOutput | undefined {
  if (path === undefined || dryRun) return undefined;
  return async (options) => {
    const { openFileOutput } = await import("../../io/file-output.ts");
    return openFileOutput(path, options);
  };
}

function workersOf(flags: CleanFlags, terminal: Terminal, onWorkerEnd: (message: string) => void) {
  const count = terminal.canStartWorkers ? (flags.jobs ?? countProcessors()) : 1;
  return count === 1 ? undefined : { count, load: loadOptionsOf(flags), onWorkerEnd };
}

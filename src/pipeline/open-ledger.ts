import { measureFile } from "../io/measure-file.ts";
import type { CleanJob } from "./clean-job.ts";
import {
  assertSameSettings,
  continueLedger,
  type Ledger,
  type PastRun,
  readLedger,
  startLedger,
} from "./ledger.ts";
import type { RunSettings } from "./ledger-schema.ts";
import { prepareResumption, type Resumption } from "./resume-run.ts";

/** How a run is written down. */
export interface LedgerPlan {
  readonly path: string;
  /** Whether to go on with the run that the ledger tells of; without a ledger, a run begins anew. */
  readonly isResumed: boolean;
  readonly settings: RunSettings;
  readonly jobs: readonly CleanJob[];
}

/** A ledger that is being written, and where the run goes on that it tells of. */
export interface OpenedLedger {
  readonly ledger: Ledger;
  readonly resumption: Resumption | undefined;
}

/**
 * Opens the ledger of a run: a new one, or that of a run before it.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE; when a run is to go on, also ERR_INPUT_READ, ERR_LEDGER_FORMAT and
 *   ERR_LEDGER_MISMATCH.
 */
export async function openLedger(plan: LedgerPlan): Promise<OpenedLedger> {
  const { path, settings, jobs } = plan;
  const past = plan.isResumed ? await findPastRun(path) : undefined;
  if (past === undefined)
    return { ledger: await startLedger(path, settings), resumption: undefined };
  assertSameSettings(past.settings, settings, path);
  const resumption = await prepareResumption(past, jobs);
  return { ledger: await continueLedger(path, past), resumption };
}

/** The run that a ledger tells of; undefined when there is none, or it was killed before it had said what it was to do. */
async function findPastRun(path: string): Promise<PastRun | undefined> {
  return (await measureFile(path)).sizeBytes === 0 ? undefined : readLedger(path);
}

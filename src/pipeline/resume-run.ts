import { TapisError } from "../errors.ts";
import { renameOutput } from "../io/file-output.ts";
import type { CleanJob } from "./clean-job.ts";
import type { PastRun } from "./ledger.ts";
import type { ReachedEntry, RunProgress } from "./ledger-schema.ts";

/** Where a run goes on. */
export interface Resumption {
  /** Number of the first source that something is left to do for, from 0. */
  readonly input: number;
  /** Where in that source; undefined for its start. */
  readonly reached: ReachedEntry | undefined;
  readonly progress: RunProgress;
  /** Whether nothing is left to do but to give the side outputs their names. */
  readonly isThrough: boolean;
}

/**
 * Makes ready to go on with a run: what it was about to do with its last output is done, and the sources it is through with are
 * seen to be what they were.
 *
 * @throws {TapisError} ERR_LEDGER_MISMATCH names a source that is another one or was changed since.
 */
export async function prepareResumption(
  { done, reached, progress, isThrough }: PastRun,
  jobs: readonly CleanJob[],
): Promise<Resumption> {
  for (const [input, { name, sizeBytes, modifiedMs }] of done.entries()) {
    const job = jobs[input];
    if (job?.source.name !== name) {
      const message = `${name}: is no longer input ${input + 1}; start anew, without --resume`;
      throw new TapisError("ERR_LEDGER_MISMATCH", message);
    }
    const now = job.isInPlace ? undefined : await job.measure?.();
    if (now !== undefined && (now.sizeBytes !== sizeBytes || now.modifiedMs !== modifiedMs)) {
      const message = `${name}: was changed since it was cleaned; start anew, without --resume`;
      throw new TapisError("ERR_LEDGER_MISMATCH", message);
    }
  }
  const renaming = done.at(-1)?.renaming;
  if (renaming !== undefined && renaming !== null) renameOutput(renaming);
  return { input: done.length, reached, progress, isThrough };
}

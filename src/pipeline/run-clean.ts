import type { TextCleaner } from "../core/clean/cleaner.ts";
import { TapisError } from "../errors.ts";
import { FILE_START } from "../formats/block.ts";
import { type CleanRules, PLAIN_RULES } from "./clean-block.ts";
import type { CleanJob } from "./clean-job.ts";
import { cleanAlone, type CleanWorkers, createCleanPool } from "./clean-pool.ts";
import { type Step, stepsOf } from "./clean-steps.ts";
import { CleanRun } from "./clean-run.ts";
import type { CleanTally } from "./clean-tally.ts";
import type { Ledger } from "./ledger.ts";
import { mapInOrder } from "./map-in-order.ts";
import type { ReportEntry } from "./report-entry.ts";
import type { Resumption } from "./resume-run.ts";
import type { OpenOutput } from "./side-outputs.ts";

/** Options for {@link runClean}. */
export interface RunCleanOptions {
  readonly cleaner: TextCleaner;
  /** What becomes of documents beyond cutting spam out of them. */
  readonly rules?: CleanRules;
  /** Threads to share the work with; none unless given. */
  readonly workers?: CleanWorkers | undefined;
  /** Opens what takes a JSON Lines record for each cut. */
  readonly openRemoved?: OpenOutput | undefined;
  /** Opens what takes a JSON Lines record for each part that could not be read. */
  readonly openRejects?: OpenOutput | undefined;
  /** Whether so much was rejected that the run is to end. */
  readonly isTooMuch?: ((tally: CleanTally) => boolean) | undefined;
  /** Ends the run after the blocks in hand. */
  readonly signal?: AbortSignal | undefined;
  /** Where the run writes down how far it has come. */
  readonly ledger?: Ledger | undefined;
  /** Where a run before this one had come to; with a ledger only. */
  readonly resumption?: Resumption | undefined;
}

/** A block that was cleaned and written, or what there is to tell of a source that cannot be. */
export interface CleanEvent {
  readonly job: CleanJob;
  /** Bytes of the source, unpacked, that are through. */
  readonly reachedBytes: number;
  /** Warnings of this block. */
  readonly warnings: readonly string[];
  /** What a report shows of its documents. */
  readonly report: readonly ReportEntry[];
  /** All of the run so far, with what runs before it have done. */
  readonly tally: CleanTally;
}

/**
 * Cleans sources one after the other, block by block, and yields each block after it was written.
 *
 * Blocks keep their order, and the output is the same with any number of workers. An output is made final when its source is
 * through. A source that cannot be read, or whose output cannot be opened, is told of as rejected and gets no output, unless
 * it is the only one: then the run fails. With a ledger, a run that fails or is left stays as it is and can be gone on with.
 * Without one the open output is discarded, and the side outputs too unless something was already made final that they tell of.
 *
 * @throws {TapisError} ERR_INPUT_* and ERR_OUTPUT_* for the only source, ERR_OUTPUT_WRITE when the system refuses a write;
 *   ERR_REJECTS when too much was rejected; ERR_WORKER and whatever else `CleanPool.clean` throws.
 */
export async function* runClean(
  jobs: readonly CleanJob[],
  options: RunCleanOptions,
): AsyncGenerator<CleanEvent> {
  const { cleaner, rules = PLAIN_RULES, workers, signal, resumption } = options;
  const pool = workers === undefined ? cleanAlone(cleaner) : createCleanPool(cleaner, workers);
  const remaining = jobs.slice(resumption?.input ?? 0);
  const start = resumption?.reached?.start ?? FILE_START;
  const cleanNext = async (step: Step) => ({
    step,
    cleaned: step.kind === "block" ? await pool.clean(step.block) : undefined,
  });
  const run = await CleanRun.open(options, jobs.length === 1);
  try {
    const steps = stepsOf(remaining, { rules, start, signal });
    for await (const { step, cleaned } of mapInOrder(steps, cleanNext, pool.limit)) {
      if (step.kind === "stop") return;
      const event =
        step.kind === "block" && cleaned !== undefined
          ? await run.takeBlock(step, cleaned)
          : await run.endJob(step.job, step.kind === "end" ? step.fault : undefined);
      if (event === undefined) continue;
      yield event;
      if (options.isTooMuch?.(event.tally) === true) {
        const count = event.tally.rejected;
        throw new TapisError(
          "ERR_REJECTS",
          `${count} records could not be read: too many, the run ends here`,
        );
      }
    }
    await run.finish();
  } finally {
    await run.leave();
    await pool.close();
  }
}

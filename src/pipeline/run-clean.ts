import type { Cleaner } from "../core/clean/cleaner.ts";
import type { Output } from "../io/output.ts";
import { type CleanedBlock, type CleanRules, PLAIN_RULES, type SourceBlock } from "./clean-block.ts";
import { cleanAlone, type CleanWorkers, createCleanPool } from "./clean-pool.ts";
import { mapInOrder } from "./map-in-order.ts";
import type { Source } from "./source.ts";

/** One source to clean and where the result goes. */
export interface CleanJob {
  readonly source: Source;
  /** Opens the output; left out when nothing is to be written. */
  readonly openOutput?: (() => Promise<Output>) | undefined;
  /**
   * Whether the output takes the place of the source. Then parts that cannot be read stay in it,
   * for they would be lost, and a source without spam is not written again.
   */
  readonly isInPlace: boolean;
}

/** Options for {@link runClean}. */
export interface RunCleanOptions {
  readonly cleaner: Cleaner;
  /** What becomes of documents beyond cutting spam out of them. */
  readonly rules?: CleanRules;
  /** Threads to share the work with; none unless given. */
  readonly workers?: CleanWorkers | undefined;
  /** Opens what takes a JSON Lines record for each cut. */
  readonly openRemoved?: (() => Promise<Output>) | undefined;
  /** Opens what takes a JSON Lines record for each part that could not be read. */
  readonly openRejects?: (() => Promise<Output>) | undefined;
}

/**
 * Cleans sources one after the other, block by block, and yields each block after it was written.
 *
 * Blocks keep their order, and the output is the same with any number of workers. An output is made final when its source is
 * through. When the run fails or is left, the open output is discarded, and the side outputs too unless an output was already
 * made final that they tell of. A file that is one document and cannot be read gets no output.
 *
 * @throws {TapisError} ERR_INPUT_* and ERR_OUTPUT_* for a source or an output as a whole; ERR_WORKER and whatever else
 *   `CleanPool.clean` throws.
 */
export async function* runClean(
  jobs: Iterable<CleanJob>,
  { cleaner, rules = PLAIN_RULES, workers, openRemoved, openRejects }: RunCleanOptions,
): AsyncGenerator<CleanedBlock> {
  const sideOutputs: Output[] = [];
  const openSide = async (open: (() => Promise<Output>) | undefined) => {
    const output = await open?.();
    if (output !== undefined) sideOutputs.push(output);
    return output;
  };
  const pool = workers === undefined ? cleanAlone(cleaner) : createCleanPool(cleaner, workers);
  const cleanNext = async ({ job, block }: Step) => ({
    job,
    cleaned: block === undefined ? undefined : await pool.clean(block),
  });
  let written: JobOutput | undefined;
  let finalCount = 0;
  try {
    const removed = await openSide(openRemoved);
    const rejects = await openSide(openRejects);
    for await (const { job, cleaned } of mapInOrder(stepsOf(jobs, rules), cleanNext, pool.limit)) {
      written ??= await openJobOutput(job);
      if (cleaned === undefined) {
        await written.finish();
        written = undefined;
        finalCount += 1;
        continue;
      }
      await written.write(cleaned);
      if (cleaned.removed !== "") await removed?.write(cleaned.removed);
      if (cleaned.rejects !== "") await rejects?.write(cleaned.rejects);
      yield cleaned;
    }
  } finally {
    try {
      await written?.discard();
      if (finalCount > 0) for (const output of sideOutputs) await output.commit();
    } finally {
      for (const output of sideOutputs) await output.discard();
      await pool.close();
    }
  }
}

/** The next block of a job's source; none when the source is through. */
interface Step {
  readonly job: CleanJob;
  readonly block: SourceBlock | undefined;
}

async function* stepsOf(jobs: Iterable<CleanJob>, rules: CleanRules): AsyncGenerator<Step> {
  for (const job of jobs) {
    const { name, format, options } = job.source;
    const ofJob = { ...rules, keepsRejected: rules.keepsRejected || job.isInPlace };
    for await (const { bytes, start } of job.source.blocks()) {
      yield { job, block: { name, format, options, start, bytes, rules: ofJob } };
    }
    yield { job, block: undefined };
  }
}

interface JobOutput {
  write(cleaned: CleanedBlock): Promise<void>;
  /** Makes the output final if it is worth keeping. */
  finish(): Promise<void>;
  discard(): Promise<void>;
}

async function openJobOutput({ isInPlace, openOutput }: CleanJob): Promise<JobOutput> {
  const output = await openOutput?.();
  let isWorthKeeping = !isInPlace;
  return {
    async write({ bytes, hasCuts, isVoid }) {
      if (hasCuts) isWorthKeeping = true;
      if (isVoid && !isInPlace) isWorthKeeping = false;
      if (bytes.length > 0) await output?.write(bytes);
    },
    async finish() {
      if (isWorthKeeping) await output?.commit();
      await output?.discard();
    },
    discard: async () => output?.discard(),
  };
}

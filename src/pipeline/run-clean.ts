import type { Cleaner } from "../core/clean/cleaner.ts";
import { collectBytes } from "../io/collect-bytes.ts";
import { gatherChunks } from "../io/gather-chunks.ts";
import type { Output } from "../io/output.ts";
import { readBlocks } from "../io/read-blocks.ts";
import type { CleanedBlock, SourceBlock } from "./clean-block.ts";
import { cleanAlone, type CleanWorkers, createCleanPool } from "./clean-pool.ts";
import { mapInOrder } from "./map-in-order.ts";
import type { Source } from "./read-documents.ts";

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
  { cleaner, workers, openRemoved, openRejects }: RunCleanOptions,
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
    for await (const { job, cleaned } of mapInOrder(stepsOf(jobs), cleanNext, pool.limit)) {
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

async function* stepsOf(jobs: Iterable<CleanJob>): AsyncGenerator<Step> {
  for (const job of jobs) {
    const { name, textKey, format, chunks } = job.source;
    const common = { name, textKey, format: format.name, keepsRejected: job.isInPlace };
    if (format.unit === "file") {
      const bytes = await collectBytes(chunks, name);
      yield { job, block: { ...common, bytes, firstLine: undefined } };
    } else {
      for await (const { bytes, firstLine } of readBlocks(gatherChunks(chunks), name)) {
        yield { job, block: { ...common, bytes, firstLine } };
      }
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

async function openJobOutput({ source, isInPlace, openOutput }: CleanJob): Promise<JobOutput> {
  const output = await openOutput?.();
  let isWorthKeeping = !isInPlace;
  return {
    async write({ bytes, hasCuts, tally }) {
      if (hasCuts) isWorthKeeping = true;
      if (tally.rejected > 0 && source.format.unit === "file") isWorthKeeping = false;
      if (bytes.length > 0) await output?.write(bytes);
    },
    async finish() {
      if (isWorthKeeping) await output?.commit();
      await output?.discard();
    },
    discard: async () => output?.discard(),
  };
}

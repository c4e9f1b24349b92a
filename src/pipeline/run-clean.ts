import type { Cleaner } from "../core/clean/cleaner.ts";
import type { Output } from "../io/output.ts";
import { type CleanedEntry, cleanEntry } from "./clean-entry.ts";
import { readDocuments, type RejectedEntry, type Source } from "./read-documents.ts";
import { formatCuts, formatReject } from "./side-records.ts";

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
  /** Opens what takes a JSON Lines record for each cut. */
  readonly openRemoved?: (() => Promise<Output>) | undefined;
  /** Opens what takes a JSON Lines record for each part that could not be read. */
  readonly openRejects?: (() => Promise<Output>) | undefined;
}

/** What a run did with a part of a source. */
export type CleanOutcome = CleanedEntry | RejectedEntry;

/**
 * Cleans sources one after the other and yields each document and each rejected part after it was
 * written.
 *
 * Parts keep their order; blank parts and documents without spam keep their bytes. An output is
 * made final when its source is through. When the run fails or is left, the open output is
 * discarded, and the side outputs too unless an output was already made final that they tell of. A
 * file that is one document and cannot be read gets no output.
 *
 * @throws {TapisError} ERR_INPUT_* and ERR_OUTPUT_* for a source or an output as a whole.
 */
export async function* runClean(
  jobs: Iterable<CleanJob>,
  options: RunCleanOptions,
): AsyncGenerator<CleanOutcome> {
  const sideOutputs: Output[] = [];
  const openSide = async (open: (() => Promise<Output>) | undefined) => {
    const output = await open?.();
    if (output !== undefined) sideOutputs.push(output);
    return output;
  };
  let finalCount = 0;
  try {
    const removed = await openSide(options.openRemoved);
    const rejects = await openSide(options.openRejects);
    for (const job of jobs) {
      yield* cleanSource(job, { cleaner: options.cleaner, removed, rejects });
      finalCount += 1;
    }
  } finally {
    try {
      if (finalCount > 0) for (const output of sideOutputs) await output.commit();
    } finally {
      for (const output of sideOutputs) await output.discard();
    }
  }
}

interface SourceTools {
  readonly cleaner: Cleaner;
  readonly removed: Output | undefined;
  readonly rejects: Output | undefined;
}

async function* cleanSource(
  job: CleanJob,
  { cleaner, removed, rejects }: SourceTools,
): AsyncGenerator<CleanOutcome> {
  const output = await job.openOutput?.();
  let isWorthKeeping = !job.isInPlace;
  try {
    for await (const part of readDocuments(job.source)) {
      const entry = cleanEntry(part, cleaner);
      if (entry.kind === "blank") {
        await output?.write(entry.bytes);
        continue;
      }
      if (entry.kind === "rejected") {
        if (entry.line === undefined) isWorthKeeping = false;
        if (job.isInPlace) await output?.write(entry.bytes);
        await rejects?.write(formatReject(entry));
      } else if (entry.result.cuts.length === 0) {
        await output?.write(entry.bytes);
      } else {
        isWorthKeeping = true;
        await output?.write(entry.document.rewrite(entry.result));
        await removed?.write(formatCuts(entry));
      }
      yield entry;
    }
    if (isWorthKeeping) await output?.commit();
  } finally {
    await output?.discard();
  }
}

import type { TextCleaner } from "../core/clean/cleaner.ts";
import { openWorkerPool, type WorkerPool } from "../io/worker-pool.ts";
import { cleanBlock, type CleanedBlock, type SourceBlock } from "./clean-block.ts";
import type { CleanAnswer, CleanTask, SentLoadOptions } from "./clean-worker.ts";
import { runTwice } from "./run-twice.ts";
import { toError } from "./worker-fault.ts";

/** Below this much in all, starting workers takes longer than they save. */
const OWN_BYTES = 2 * 1024 * 1024;

/** A block below this is cleaned sooner than it is handed over and its answer waited for. */
const SMALL_BYTES = 8 * 1024;

/** Beside this file where the package is built. */
const WORKER = new URL("./clean-worker.js", import.meta.url);

/** The workers of a {@link CleanPool}. */
export interface CleanWorkers {
  /** Most workers at a time. */
  readonly count: number;
  /** How workers load the cleaner. */
  readonly load: SentLoadOptions;
  /** Told when a worker ended over a block, which is then cleaned again. */
  readonly onWorkerEnd: (message: string) => void;
  /**
   * The module that workers run.
   * @defaultValue `clean-worker.js` beside this file
   */
  readonly url?: URL;
  /**
   * This many bytes are cleaned in this thread; workers are started when there is more.
   * @defaultValue 2 MB
   */
  readonly ownBytes?: number;
  /**
   * Blocks of fewer bytes than this are cleaned in this thread, too.
   * @defaultValue 8 kB
   */
  readonly smallBytes?: number;
}

/** Cleans blocks, in this thread or in others. */
export interface CleanPool {
  /** How many blocks should be under way at a time, so that no worker waits. */
  readonly limit: number;
  /**
   * Cleans a block.
   *
   * @throws {TapisError} ERR_WORKER when two workers ended over it; ERR_INPUT_READ as `cleanBlock` does; ERR_INPUT_*,
   *   ERR_MODEL_* when a worker cannot load the model.
   */
  clean(block: SourceBlock): Promise<CleanedBlock>;
  /** Ends all workers. */
  close(): Promise<void>;
}

/** A pool without workers: everything is cleaned in this thread. */
export function cleanAlone(cleaner: TextCleaner): CleanPool {
  return {
    limit: 1,
    clean: async (block) => cleanBlock(block, cleaner),
    close: async () => {},
  };
}

/**
 * A pool whose workers are started only when the first few megabytes are through, which the cleaner given cleans in this
 * thread. Workers must come to the same results as it.
 */
export function createCleanPool(cleaner: TextCleaner, workers: CleanWorkers): CleanPool {
  const { count, load, onWorkerEnd, url = WORKER } = workers;
  const { ownBytes = OWN_BYTES, smallBytes = SMALL_BYTES } = workers;
  let seenBytes = 0;
  let opening: Promise<WorkerPool<CleanTask, CleanAnswer>> | undefined;
  let isClosed = false;

  async function send(block: SourceBlock): Promise<CleanAnswer> {
    opening ??= openWorkerPool({ url, exportName: "cleanInWorker", count });
    const pool = await opening;
    // The copy goes for good; the block stays, should the worker end.
    const bytes = new Uint8Array(block.bytes);
    return pool.run({ block: { ...block, bytes }, load }, [bytes.buffer]);
  }

  return {
    limit: 2 * count,
    async clean(block) {
      seenBytes += block.bytes.length;
      const isSmall = block.bytes.length < smallBytes;
      if (isSmall || seenBytes <= ownBytes) return cleanBlock(block, cleaner);
      const answer = await runTwice(() => send(block), {
        place: `${block.name}:${block.start.line}`,
        isClosed: () => isClosed,
        onWorkerEnd: (end) => onWorkerEnd(`a worker ended (${end}); its batch is done again`),
      });
      if (answer.kind === "cleaned") return answer.cleaned;
      throw toError(answer);
    },
    async close() {
      isClosed = true;
      await (await opening)?.close();
    },
  };
}

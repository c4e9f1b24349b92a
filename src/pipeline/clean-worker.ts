import type { TextCleaner } from "../core/clean/cleaner.ts";
import { moveAnswer } from "../io/move-answer.ts";
import { cleanBlock, type CleanedBlock, type SourceBlock } from "./clean-block.ts";
import { toFault, type WorkerFault } from "./worker-fault.ts";
import { loadTextCleaner, type TextCleanerOptions } from "./load-text-cleaner.ts";

/** What {@link loadTextCleaner} takes, as far as it can be sent to another thread. */
export interface SentLoadOptions extends TextCleanerOptions {
  readonly model?: string | Uint8Array;
}

/** A block to clean. The bytes must be alone in their buffer. */
export interface CleanTask {
  readonly block: SourceBlock;
  /** How to load the cleaner; the same in all tasks of a worker. */
  readonly load: SentLoadOptions;
}

/** A cleaned block, or the error that was thrown. */
export type CleanAnswer =
  | { readonly kind: "cleaned"; readonly cleaned: CleanedBlock }
  | WorkerFault;

let cleaner: TextCleaner | undefined;

/**
 * Cleans a block in a worker thread, with a cleaner that is loaded once. Takes a {@link CleanTask} and gives a
 * {@link CleanAnswer}; never throws, so that whoever sent the task can tell a fault from a worker that ended.
 */
export async function cleanInWorker({ block, load }: CleanTask): Promise<unknown> {
  try {
    cleaner ??= await loadTextCleaner(load);
    const cleaned = await cleanBlock(block, cleaner);
    const answer: CleanAnswer = { kind: "cleaned", cleaned };
    return moveAnswer(answer, cleaned.bytes.buffer);
  } catch (error) {
    return toFault(error);
  }
}

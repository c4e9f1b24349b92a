import type { Cleaner } from "../core/clean/cleaner.ts";
import { type ErrorCode, TapisError } from "../errors.ts";
import { moveAnswer } from "../io/move-answer.ts";
import { cleanBlock, type CleanedBlock, type SourceBlock } from "./clean-block.ts";
import { loadCleaner, type LoadOptions } from "./load-cleaner.ts";

/** What {@link loadCleaner} takes, as far as it can be sent to another thread. */
export interface SentLoadOptions extends LoadOptions {
  readonly model?: string | Uint8Array;
}

/** A block to clean. The bytes must be alone in their buffer. */
export interface CleanTask {
  readonly block: SourceBlock;
  /** How to load the cleaner; the same in all tasks of a worker. */
  readonly load: SentLoadOptions;
}

/** A cleaned block, or the error that was thrown; with its code, which an error loses on the way, if it had one. */
export type CleanAnswer =
  | { readonly kind: "cleaned"; readonly cleaned: CleanedBlock }
  | { readonly kind: "fault"; readonly error: unknown; readonly code: ErrorCode | undefined };

let cleaner: Cleaner | undefined;

/**
 * Cleans a block in a worker thread, with a cleaner that is loaded once. Takes a {@link CleanTask} and gives a
 * {@link CleanAnswer}; never throws, so that whoever sent the task can tell a fault from a worker that ended.
 */
export async function cleanInWorker({ block, load }: CleanTask): Promise<unknown> {
  try {
    cleaner ??= await loadCleaner(load);
    const cleaned = await cleanBlock(block, cleaner);
    const answer: CleanAnswer = { kind: "cleaned", cleaned };
    return moveAnswer(answer, cleaned.bytes.buffer);
  } catch (error) {
    const code = error instanceof TapisError ? error.code : undefined;
    const answer: CleanAnswer = { kind: "fault", error, code };
    return answer;
  }
}

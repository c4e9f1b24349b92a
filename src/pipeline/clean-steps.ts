import { TapisError } from "../errors.ts";
import type { BlockStart } from "../formats/block.ts";
import { closeIterator } from "../io/close-iterator.ts";
import type { CleanRules, SourceBlock } from "./clean-block.ts";
import type { CleanJob } from "./clean-job.ts";

/** What is to be done next in a run: a job's next block; its end, with what was wrong if it could not be read to the end. */
export type Step =
  | { readonly kind: "block"; readonly job: CleanJob; readonly block: SourceBlock }
  | { readonly kind: "end"; readonly job: CleanJob; readonly fault: TapisError | undefined }
  | { readonly kind: "stop" };

/** Where the first job begins, and what ends the steps before the last one. */
export interface StepOptions {
  readonly rules: CleanRules;
  /** Where in the first job's source to begin. */
  readonly start: BlockStart;
  readonly signal: AbortSignal | undefined;
}

/**
 * The steps of a run, one job after the other. After an abort comes one last step, `stop`, even if the source is still being
 * waited for.
 */
export async function* stepsOf(
  jobs: Iterable<CleanJob>,
  { rules, start, signal }: StepOptions,
): AsyncGenerator<Step> {
  let from = start;
  for (const job of jobs) {
    const { name, format, options } = job.source;
    const keepsParts = job.source.keepsParts === true;
    const ofJob = {
      ...rules,
      keepsRejected: rules.keepsRejected || job.isInPlace || keepsParts,
      dropsEmpty: rules.dropsEmpty && !keepsParts,
    };
    const iterator = job.source.blocks(from)[Symbol.asyncIterator]();
    let isBusy = false;
    try {
      for (;;) {
        isBusy = true;
        const next = await unlessAborted(iterator.next(), signal);
        if (next === ABORTED) {
          yield { kind: "stop" };
          return;
        }
        isBusy = false;
        if (next.done === true) break;
        yield { kind: "block", job, block: { name, format, options, ...next.value, rules: ofJob } };
      }
      yield { kind: "end", job, fault: undefined };
    } catch (fault) {
      if (!isInputFault(fault)) throw fault;
      yield { kind: "end", job, fault };
    } finally {
      await closeIterator(iterator, { isBusy });
    }
    from = { offset: 0, line: 1 };
  }
}

const ABORTED = Symbol("aborted");

/** What a promise comes to, or `ABORTED` at once when the signal says so. */
async function unlessAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T | typeof ABORTED> {
  if (signal === undefined) return promise;
  if (signal.aborted) {
    promise.catch(() => {});
    return ABORTED;
  }
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(ABORTED);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function isInputFault(error: unknown): error is TapisError {
  return error instanceof TapisError && /^ERR_(INPUT|RECORD)_/.test(error.code);
}

/** Ends the reading of a source when a signal says so, also while it waits for what comes next. */
import { type Documents, openSource } from "./source.ts";

/**
 * The items of a source, one after the other, none taken before it is asked for. An abort ends them with the signal's reason. The
 * source is told when no more is wanted; nobody waits for an item that is still being made then.
 */
export async function* untilAborted<T>(
  items: Documents<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const source = openSource(items);
  let isBusy = false;
  let isDone = false;
  try {
    for (;;) {
      signal?.throwIfAborted();
      isBusy = true;
      const next = await unlessAborted(source.next(), signal);
      isBusy = false;
      if (next.done === true) {
        isDone = true;
        return;
      }
      if (next.value !== undefined) yield next.value;
    }
  } finally {
    const closing = isDone ? undefined : source.close();
    if (isBusy) closing?.catch(() => {});
    else await closing;
  }
}

/** What a promise comes to, or a rejection with the signal's reason, whichever is first. */
export async function unlessAborted<T>(
  promise: T | PromiseLike<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", abort));
    if (signal.aborted) abort();
  });
}

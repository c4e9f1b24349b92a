import { closeIterator } from "../io/close-iterator.ts";

/**
 * Works on items several at a time and yields the results in the order of the items, each as soon as it and all before it are
 * done. A fault, of the work or of the items themselves, comes in its turn and ends the run.
 *
 * @param limit - Most items that are taken and not yet through. With 1, an item is taken only when the caller is done with
 *   the result before it.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  limit: number,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const results: Promise<Result>[] = [];
  let taking: Promise<void> | undefined;
  let isThrough = false;

  async function takeNext(): Promise<void> {
    try {
      const next = await iterator.next();
      // It is also through when it was left in the meantime.
      if (next.done === true || isThrough) isThrough = true;
      else keep(work(next.value));
    } catch (fault) {
      isThrough = true;
      keep(Promise.reject(fault));
    }
    taking = undefined;
  }

  function keep(result: Promise<Result>): void {
    // A fault whose turn has not come yet must not end the process.
    result.catch(() => {});
    results.push(result);
  }

  try {
    for (;;) {
      if (!isThrough && results.length < limit) taking ??= takeNext();
      const [oldest] = results;
      if (oldest === undefined) {
        if (taking === undefined) return;
        await taking;
      } else if (taking === undefined || (await isSettledFirst(oldest, taking))) {
        yield await oldest;
        void results.shift();
      }
    }
  } finally {
    isThrough = true;
    await closeIterator(iterator, { isBusy: taking !== undefined });
  }
}

/** Whether a promise settles before another one does. */
async function isSettledFirst(one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> {
  const settle = (): boolean => true;
  return Promise.race([one.then(settle, settle), other.then(() => false)]);
}

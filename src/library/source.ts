/** Where documents come from, in the one shape that is read here. */

/** What documents may come from. */
export type Documents<D> = AsyncIterable<D> | Iterable<D> | ReadableStream<D>;

/** A source that is being read. */
export interface Source<T> {
  /** The next item, or none when there is no more. */
  next(): PromiseLike<NextItem<T>> | NextItem<T>;
  /** Lets go of the source, also while it is asked for an item; resolves when it has cleaned up, which may be never if it hangs. */
  close(): Promise<void>;
}

/** An item of a source, or its end. */
export interface NextItem<T> {
  readonly done?: boolean | undefined;
  readonly value?: T | undefined;
}

/** Begins to read a source. */
export function openSource<T>(items: Documents<T>): Source<T> {
  return isWebStream(items) ? readerSource(items.getReader()) : iteratorSource(items);
}

/** Whether it is a stream of the Web; not all browsers can go through one with `for await`. */
function isWebStream<T>(items: Documents<T>): items is ReadableStream<T> {
  return "getReader" in items;
}

function readerSource<T>(reader: ReadableStreamDefaultReader<T>): Source<T> {
  return {
    next: () => reader.read(),
    async close() {
      await reader.cancel();
      reader.releaseLock();
    },
  };
}

function iteratorSource<T>(items: AsyncIterable<T> | Iterable<T>): Source<T> {
  const iterator =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  return {
    next: () => iterator.next(),
    async close() {
      // A stream of Node.js does not hear that its iterator is let go of before it began, or while it waits.
      if ("destroy" in items && typeof items.destroy === "function") items.destroy();
      await iterator.return?.();
    },
  };
}

import { Duplex } from "node:stream";

export type { Duplex };

/**
 * A stream of objects that goes through a generator: what is written to it is what the generator is given, what it yields is what is
 * read. `signal` is aborted when the stream is destroyed.
 */
export function generatorDuplex(
  generate: (items: AsyncIterable<object>, signal: AbortSignal) => AsyncIterable<object>,
): Duplex {
  return Duplex.from((items: AsyncIterable<object>, { signal }: { signal: AbortSignal }) =>
    generate(items, signal),
  );
}

import { closeIterator } from "./close-iterator.ts";

/** Enough that handing a block to another thread costs little beside the work on it. */
const LEAST_BYTES = 256 * 1024;

/** Too short to be noticed, and long enough for the next write of a program that has more to say. */
const MOST_MS = 10;

/**
 * The same bytes in chunks of at least 256 KB, the last one aside. When nothing more comes for a moment, what is there goes
 * out all the same, so that whoever waits for an answer before writing on gets it.
 */
export async function* gatherChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  let reading: Promise<Step> | undefined;

  function takeGathered(): Uint8Array {
    const [first = new Uint8Array(), ...others] = gathered;
    const bytes = others.length === 0 ? first : Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    return bytes;
  }

  try {
    for (;;) {
      reading ??= readNext(iterator);
      const step = gatheredBytes === 0 ? await reading : await within(reading, MOST_MS);
      if (step !== undefined) reading = undefined;
      if (step?.kind === "chunk") {
        gathered.push(step.chunk);
        gatheredBytes += step.chunk.length;
        if (gatheredBytes < LEAST_BYTES) continue;
      }
      if (gatheredBytes > 0) yield takeGathered();
      if (step?.kind === "fault") throw step.error;
      if (step?.kind === "end") return;
    }
  } finally {
    await closeIterator(iterator, { isBusy: reading !== undefined });
  }
}

type Step =
  | { readonly kind: "chunk"; readonly chunk: Uint8Array }
  | { readonly kind: "fault"; readonly error: unknown }
  | { readonly kind: "end" };

/** Never rejects: what came before a fault goes out before the fault does. */
async function readNext(iterator: AsyncIterator<Uint8Array>): Promise<Step> {
  try {
    const next = await iterator.next();
    return next.done === true ? { kind: "end" } : { kind: "chunk", chunk: next.value };
  } catch (error) {
    return { kind: "fault", error };
  }
}

/** What a promise comes to, if it does so in time. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { move, transferableSymbol, valueSymbol } from "piscina";

/**
 * The answer of a worker of {@link openWorkerPool}, such that a buffer in it is not copied on the way back; it can no longer be
 * used in the worker.
 */
export function moveAnswer(answer: object, moved: ArrayBufferLike): unknown {
  return move({ [transferableSymbol]: moved, [valueSymbol]: answer });
}

/** Work that is given to another worker when the first one ended over it. */
import { TapisError } from "../errors.ts";

/** What is to be known when a worker ends. */
export interface Attempts {
  /** Where the work comes from, for the error. */
  readonly place: string;
  /** Whether workers were ended on purpose. */
  readonly isClosed: () => boolean;
  /** Told how the first worker ended. */
  readonly onWorkerEnd: (end: string) => void;
}

/**
 * Has work done by a worker, and by another one if that ended.
 *
 * @throws {TapisError} ERR_WORKER when two workers ended over it.
 */
export async function runTwice<T>(
  run: () => Promise<T>,
  { place, isClosed, onWorkerEnd }: Attempts,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isClosed()) throw error;
    onWorkerEnd(describeEnd(error));
  }
  try {
    return await run();
  } catch (cause) {
    const message = `${place}: two workers ended over what starts here (${describeEnd(cause)})`;
    throw new TapisError("ERR_WORKER", message, { cause });
  }
}

function describeEnd(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^worker exited with code: /, "exit code ");
}

import { TapisError } from "../errors.ts";
import type { Output } from "./output.ts";
import { describeFault, isFault } from "./system-fault.ts";

/**
 * Thrown by a write to a pipe that nobody reads any more. No fault: `tapis clean … | head` ends so.
 */
export class PipeClosed extends Error {
  override readonly name = "PipeClosed";
}

/**
 * Standard output as an output. Writes wait while the reader is behind. Nothing can be taken back,
 * and the stream stays open after `commit`, which waits until everything has left this process.
 *
 * @throws {PipeClosed} from the output's methods, when the reader has gone.
 * @throws {TapisError} ERR_OUTPUT_WRITE from the output's methods, when the system refuses.
 */
export function openStreamOutput(stream: NodeJS.WritableStream, name: string): Output {
  let fault: unknown;
  // Stays for good: a late fault without a listener would end the process with a stack trace.
  stream.on("error", (error: unknown) => (fault = error));

  async function write(content: string | Uint8Array): Promise<void> {
    assertOpen();
    if (!stream.write(content)) await waitForRoom(stream);
    assertOpen();
  }

  function assertOpen(): void {
    if (fault === undefined && stream.writable) return;
    if (fault === undefined || isFault(fault, "EPIPE")) throw new PipeClosed();
    const message = `${name}: cannot be written: ${describeFault(fault)}`;
    throw new TapisError("ERR_OUTPUT_WRITE", message, { cause: fault });
  }

  async function flush(): Promise<void> {
    assertOpen();
    await new Promise<void>((resolve) => stream.write("", () => resolve()));
    assertOpen();
  }

  return { isFinalAtOnce: true, write, commit: flush, discard: async () => {} };
}

/** Settles when the stream can take more, or never will. */
async function waitForRoom(stream: NodeJS.WritableStream): Promise<void> {
  const events = ["drain", "error", "close"];
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve();
    };
    for (const event of events) stream.on(event, settle);
  });
}

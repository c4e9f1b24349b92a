import { appendFileSync, closeSync, ftruncateSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { TapisError } from "../errors.ts";
import { describeFault } from "./system-fault.ts";

/** A file that only grows, line by line; what was added outlives the process. */
export interface AppendLog {
  /** Adds a line, which must have no line feed; settles when the system has it. */
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file to add lines to, behind its first `keptBytes`; what stands behind those goes. Folders that are missing are made.
 * Lines are written at once: to hand one over to the background takes longer.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the log's methods, when the system refuses.
 */
export async function openAppendLog(path: string, keptBytes: number): Promise<AppendLog> {
  const refusing = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      const message = `${path}: cannot be written: ${describeFault(cause)}`;
      throw new TapisError("ERR_OUTPUT_WRITE", message, { cause });
    }
  };
  const file = refusing(() => {
    mkdirSync(dirname(path), { recursive: true });
    const opened = openSync(path, "a");
    ftruncateSync(opened, keptBytes);
    return opened;
  });
  return {
    append: async (line) => refusing(() => appendFileSync(file, `${line}\n`)),
    close: async () => closeSync(file),
  };
}

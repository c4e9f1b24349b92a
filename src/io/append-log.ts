import { type FileHandle, mkdir, open } from "node:fs/promises";
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
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the log's methods, when the system refuses.
 */
export async function openAppendLog(path: string, keptBytes: number): Promise<AppendLog> {
  const refusing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      const message = `${path}: cannot be written: ${describeFault(cause)}`;
      throw new TapisError("ERR_OUTPUT_WRITE", message, { cause });
    }
  };
  const handle: FileHandle = await refusing(async () => {
    await mkdir(dirname(path), { recursive: true });
    const opened = await open(path, "a");
    await opened.truncate(keptBytes);
    return opened;
  });
  return {
    append: (line) => refusing(() => handle.appendFile(`${line}\n`)),
    close: () => handle.close(),
  };
}

import { type FileHandle, open } from "node:fs/promises";
import { TapisError } from "../errors.ts";
import { describeFault, isFault } from "./system-fault.ts";

/** A file that can be read in any order. */
export interface RandomAccessFile {
  /** Its size. */
  readonly byteLength: number;
  /** The bytes from `start` to `end`, or to the end of the file; alone in their buffer. */
  slice(start: number, end?: number): Promise<ArrayBuffer>;
  close(): Promise<void>;
}

/**
 * Opens a file to read from anywhere in it.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ, the latter also from `slice`, when the file has become shorter too.
 */
export async function openRandomAccess(path: string): Promise<RandomAccessFile> {
  const reading = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (isFault(cause, "ENOENT")) {
        throw new TapisError("ERR_INPUT_MISSING", `${path}: no such file`, { cause });
      }
      const message = `${path}: cannot be read: ${describeFault(cause)}`;
      throw new TapisError("ERR_INPUT_READ", message, { cause });
    }
  };
  const file = await reading(() => open(path));
  const byteLength = await reading(async () => (await file.stat()).size);
  return {
    byteLength,
    slice: (start, end = byteLength) => reading(() => readSlice(file, start, end)),
    close: () => file.close(),
  };
}

async function readSlice(file: FileHandle, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  for (let at = 0; at < bytes.length;) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at);
    if (bytesRead === 0) throw new Error("it has become shorter");
    at += bytesRead;
  }
  return bytes.buffer;
}

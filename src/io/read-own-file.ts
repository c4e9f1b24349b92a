import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toReadFault } from "./read-fault.ts";

/**
 * The bytes of a file of the package from `start` up to `end`, or up to its own end. They are read at once, as the code is, and
 * not in the background: that takes half the time.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ.
 */
export function readOwnFile(location: URL, start: number, end: number = Infinity): Uint8Array {
  const path = fileURLToPath(location);
  try {
    const file = openSync(path, "r");
    try {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, fstatSync(file).size) - start));
      let length = 0;
      for (;;) {
        const added = readSync(file, bytes, length, bytes.length - length, start + length);
        length += added;
        if (added === 0 || length === bytes.length) return bytes.subarray(0, length);
      }
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw toReadFault(path, cause);
  }
}

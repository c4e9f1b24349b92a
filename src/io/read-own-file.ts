import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toReadFault } from "./read-fault.ts";

/**
 * All bytes of a file of the package. They are read at once, as the code is, and not in the background: that takes half the time.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ.
 */
export function readOwnFile(location: URL): Uint8Array {
  const path = fileURLToPath(location);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw toReadFault(path, cause);
  }
}

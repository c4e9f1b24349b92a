import { TapisError } from "../errors.ts";
import { describeFault, isFault } from "./system-fault.ts";

/** What is to be told of a file that could not be read: ERR_INPUT_MISSING or ERR_INPUT_READ. */
export function toReadFault(path: string, cause: unknown): TapisError {
  if (isFault(cause, "ENOENT")) {
    // What Node makes of bytes in a name that are not UTF-8.
    const why = path.includes("\uFFFD") ? " (its name is not UTF-8: rename it)" : "";
    return new TapisError("ERR_INPUT_MISSING", `${path}: no such file${why}`, { cause });
  }
  const fault = describeFault(cause);
  return new TapisError("ERR_INPUT_READ", `${path}: cannot be read: ${fault}`, { cause });
}

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { TapisError } from "../errors.ts";
import { describeFault } from "./system-fault.ts";

/**
 * Paths of the files of a folder whose names end in `suffix`, in the order of their names.
 *
 * @throws {TapisError} ERR_INPUT_MISSING when the folder cannot be read or holds no such file.
 */
export async function listFiles(folder: string, suffix: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    throw new TapisError(
      "ERR_INPUT_MISSING",
      `${folder}: cannot be read: ${describeFault(cause)}`,
      { cause },
    );
  }
  const found = names.filter((name) => name.endsWith(suffix)).toSorted();
  if (found.length === 0) {
    throw new TapisError("ERR_INPUT_MISSING", `${folder}: holds no file that ends in ${suffix}`);
  }
  return found.map((name) => join(folder, name));
}

import { realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { TapisError } from "../errors.ts";
import { isFault } from "./system-fault.ts";

/** The files of a run. A file that is rewritten in place is an output only. */
export interface RunFiles {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * Checks that no output is an input or another output, whatever names and links they go by. Touches
 * nothing, so that a run can be refused before it has written anything.
 *
 * @throws {TapisError} ERR_OUTPUT_CONFLICT names the output and what it meets.
 */
export async function assertSeparate(files: RunFiles): Promise<void> {
  const useByPath = new Map<string, string>();
  for (const input of files.inputs) useByPath.set(await resolveLinks(input), "is an input");
  for (const output of files.outputs) {
    const path = await resolveLinks(output);
    const use = useByPath.get(path);
    if (use !== undefined) {
      const message = `${output}: ${use} of this run and would be overwritten`;
      throw new TapisError("ERR_OUTPUT_CONFLICT", message);
    }
    useByPath.set(path, "is already an output");
  }
}

/** The absolute path behind all links, also for a file that does not exist yet. */
async function resolveLinks(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch (error) {
    const folder = dirname(absolute);
    if (folder === absolute || !(isFault(error, "ENOENT") || isFault(error, "ENOTDIR"))) {
      return absolute;
    }
    return join(await resolveLinks(folder), basename(absolute));
  }
}

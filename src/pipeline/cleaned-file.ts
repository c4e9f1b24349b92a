import { type FileOutputOptions, openFileOutput } from "../io/file-output.ts";
import type { Output } from "../io/output.ts";
import { packingOutput } from "../io/packing-output.ts";

/**
 * Opens a cleaned file: what is written to it is packed as its name says.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the output's methods.
 */
export async function openCleanedFile(path: string, options: FileOutputOptions): Promise<Output> {
  return packingOutput(await openFileOutput(path, options), path);
}

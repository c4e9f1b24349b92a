import { type FileOutputOptions, openFileOutput } from "../io/file-output.ts";
import type { Output } from "../io/output.ts";
import { packingOutput } from "../io/packing-output.ts";
import type { FileSource } from "./file-source.ts";

/**
 * Opens the cleaned file of a source: what is written to it gets the form that the source has, and is packed as its name says.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the output's methods; ERR_INPUT_* as `formOutput` does.
 */
export async function openCleanedFile(
  path: string,
  source: FileSource,
  options: FileOutputOptions,
): Promise<Output> {
  const file = await openFileOutput(path, options);
  const isMemberPerWrite = source.fileFormat === "warc";
  try {
    return await source.formOutput(packingOutput(file, path, { isMemberPerWrite }));
  } catch (error) {
    await file.discard();
    throw error;
  }
}

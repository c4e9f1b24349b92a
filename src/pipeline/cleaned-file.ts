import { type FileOutputOptions, openFileOutput } from "../io/file-output.ts";
import type { Output } from "../io/output.ts";
import { packingOutput } from "../io/packing-output.ts";
import { readRawChunks } from "../io/read-file.ts";
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

/**
 * Opens an output with a copy of a file in it, byte for byte.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_OUTPUT_WRITE.
 */
export async function openFileCopy(
  from: string,
  path: string,
  options: FileOutputOptions,
): Promise<Output> {
  const output = await openFileOutput(path, options);
  try {
    for await (const chunk of readRawChunks(from)) await output.write(chunk);
    return output;
  } catch (error) {
    await output.discard();
    throw error;
  }
}

import type { FormatName } from "../formats/format-names.ts";
import type { EncodingName } from "../formats/encoding/encoding.ts";
import { encodingOutput } from "./encoding-output.ts";
import { type FileOutputOptions, openFileOutput } from "../io/file-output.ts";
import type { Output } from "../io/output.ts";
import { packingOutput } from "../io/packing-output.ts";

/** What is written into a cleaned file, which takes UTF-8. */
export interface CleanedContent {
  readonly format: FormatName;
  /** What the file is to be in. */
  readonly encoding: EncodingName;
}

/**
 * Opens a cleaned file: what is written to it is encoded, and packed as its name says.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the output's methods.
 */
export async function openCleanedFile(
  path: string,
  { format, encoding }: CleanedContent,
  options: FileOutputOptions,
): Promise<Output> {
  const file = await openFileOutput(path, options);
  const packed = packingOutput(file, path, { isMemberPerWrite: format === "warc" });
  return encodingOutput(packed, encoding, path);
}

import { detectEncoding } from "../io/detect-encoding.ts";
import { encodingOutput } from "../io/encoding-output.ts";
import { type FileOutputOptions, openFileOutput } from "../io/file-output.ts";
import type { Output } from "../io/output.ts";
import { packingOutput } from "../io/packing-output.ts";
import type { FileReading } from "./file-source.ts";
import { openParquetOutput } from "./parquet-output.ts";

/** The file that a file's cleaned content goes to. */
export interface CleanedFile {
  /** Path of the file that is cleaned. */
  readonly input: string;
  /** Path of the cleaned file; its name says how it is packed. */
  readonly output: string;
  readonly reading: FileReading;
}

/**
 * Opens a cleaned file: what is written to it, unpacked and UTF-8 (for Parquet: as lines), is stored in the form of the input.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the output's methods; ERR_INPUT_* when the form of the input cannot be seen.
 */
export async function openCleanedFile(
  { input, output, reading }: CleanedFile,
  options: FileOutputOptions,
): Promise<Output> {
  const file = await openFileOutput(output, options);
  try {
    if (reading.format === "parquet") return await openParquetOutput(input, reading.options, file);
    // Each record of a WARC file is packed by itself, so that it can be found by its place.
    const packed = packingOutput(file, output, { memberPerWrite: reading.format === "warc" });
    const encoding = reading.encoding ?? (await detectEncoding(input));
    return encoding === "utf-8" ? packed : encodingOutput(packed, encoding);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

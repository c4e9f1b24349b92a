import { openFileOutput } from "./file-output.ts";

/**
 * Writes a whole file, under a temporary name until all of it is there.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  const output = await openFileOutput(path);
  try {
    await output.write(content);
    await output.commit();
  } finally {
    await output.discard();
  }
}

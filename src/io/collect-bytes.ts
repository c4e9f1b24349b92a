import { constants } from "node:buffer";
import { TapisError } from "../errors.ts";

/**
 * All the bytes of a stream, for formats that need the whole file.
 *
 * @param name - Name of the stream, for messages.
 * @throws {TapisError} ERR_INPUT_READ when there are more bytes than a string may have characters
 *   (about 512 MB).
 */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    all.push(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes > constants.MAX_STRING_LENGTH) {
      throw new TapisError("ERR_INPUT_READ", `${name}: the file is too long for one document`);
    }
  }
  return Buffer.concat(all);
}

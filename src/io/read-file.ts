import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { TapisError } from "../errors.ts";
import { describeFault, isFault } from "./system-fault.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file, a chunk at a time; unpacked when the name ends in `.gz`.
 *
 * @throws {TapisError} ERR_INPUT_MISSING when there is no such file; ERR_INPUT_READ when it cannot
 *   be read, or is gzip that is damaged or ends too early.
 */
export async function* readChunks(location: string | URL): AsyncGenerator<Uint8Array> {
  const path = location instanceof URL ? fileURLToPath(location) : location;
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    yield* /\.gz$/i.test(path) ? unpack(file) : file;
  } catch (cause) {
    if (isFault(cause, "ENOENT")) {
      throw new TapisError("ERR_INPUT_MISSING", `${path}: no such file`, { cause });
    }
    const fault = isFault(cause, "Z_BUF_ERROR")
      ? "the gzip data end too early"
      : describeFault(cause);
    throw new TapisError("ERR_INPUT_READ", `${path}: cannot be read: ${fault}`, { cause });
  } finally {
    file.destroy();
  }
}

async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // A fault reaches the reader through `gunzip`, which the pipeline destroys with it.
  pipeline(packed, gunzip).catch(() => {});
  yield* gunzip;
}

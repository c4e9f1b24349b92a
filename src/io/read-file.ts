import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { TapisError } from "../errors.ts";
import { describeFault, isFault } from "./system-fault.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file from an offset on, a chunk at a time; unpacked when the name ends in `.gz`, and then it is the unpacked
 * bytes that the offset counts.
 *
 * @throws {TapisError} ERR_INPUT_MISSING when there is no such file; ERR_INPUT_READ when it cannot
 *   be read, or is gzip that is damaged or ends too early.
 */
export async function* readChunks(location: string | URL, offset = 0): AsyncGenerator<Uint8Array> {
  const path = location instanceof URL ? fileURLToPath(location) : location;
  const isPacked = /\.gz$/i.test(path);
  const file = createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
    // A pipe can be read without a place only.
    ...(offset > 0 && !isPacked && { start: offset }),
  });
  try {
    yield* isPacked ? skip(unpack(file), offset) : file;
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

/** What comes behind the first bytes. */
async function* skip(
  chunks: AsyncIterable<Uint8Array>,
  byteCount: number,
): AsyncGenerator<Uint8Array> {
  let left = byteCount;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // A fault reaches the reader through `gunzip`, which the pipeline destroys with it.
  pipeline(packed, gunzip).catch(() => {});
  yield* gunzip;
}

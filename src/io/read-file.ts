import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AT_ONCE_BYTES } from "./at-once.ts";
import { toReadFault } from "./read-fault.ts";
import { unpackerOf } from "./unpack.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file from an offset on, a chunk at a time; unpacked when the name ends in `.gz` or `.zst`, and then it is the
 * unpacked bytes that the offset counts.
 *
 * @throws {TapisError} ERR_INPUT_MISSING when there is no such file; ERR_INPUT_READ when it cannot
 *   be read, or is packed and damaged or ends too early.
 */
export async function* readChunks(location: string | URL, offset = 0): AsyncGenerator<Uint8Array> {
  const path = location instanceof URL ? fileURLToPath(location) : location;
  yield* readAs(path, offset, unpackerOf(path));
}

/**
 * The bytes of a file as they lie on the disk, a chunk at a time.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ.
 */
export async function* readRawChunks(path: string): AsyncGenerator<Uint8Array> {
  yield* readAs(path, 0, undefined);
}

async function* readAs(
  path: string,
  offset: number,
  unpack: ReturnType<typeof unpackerOf>,
): AsyncGenerator<Uint8Array> {
  try {
    if (unpack !== undefined) {
      yield* skipBytes(unpack(readPlain(path, 0)), offset);
    } else {
      yield* readPlain(path, offset);
    }
  } catch (cause) {
    throw toReadFault(path, cause);
  }
}

async function* readPlain(path: string, offset: number): AsyncGenerator<Uint8Array> {
  if (isSmall(path)) {
    const bytes = readFileSync(path).subarray(offset);
    if (bytes.length > 0) yield bytes;
    return;
  }
  const file = createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
    // A pipe can be read without a place only.
    ...(offset > 0 && { start: offset }),
  });
  try {
    yield* file;
  } finally {
    file.destroy();
  }
}

function isSmall(path: string): boolean {
  const stats = statSync(path);
  return stats.isFile() && stats.size <= AT_ONCE_BYTES;
}

/**
 * All bytes of a file as they lie on the disk, at once.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ.
 */
export async function readBytes(location: string | URL): Promise<Uint8Array> {
  const path = location instanceof URL ? fileURLToPath(location) : location;
  try {
    return await readFile(path);
  } catch (cause) {
    throw toReadFault(path, cause);
  }
}

/** What comes behind the first bytes of a stream. */
export async function* skipBytes(
  chunks: AsyncIterable<Uint8Array>,
  byteCount: number,
): AsyncGenerator<Uint8Array> {
  let left = byteCount;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** The first bytes of a file, unpacked by its name; none when it cannot be read, or is none: a pipe must not be looked into. */
export async function readHead(path: string, byteCount: number): Promise<Uint8Array> {
  try {
    if (!statSync(path).isFile()) return new Uint8Array();
    return unpackerOf(path) === undefined
      ? readPlainHead(path, byteCount)
      : await readPackedHead(path, byteCount);
  } catch {
    return new Uint8Array();
  }
}

function readPlainHead(path: string, byteCount: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const head = new Uint8Array(byteCount);
    return head.subarray(0, readSync(file, head, 0, byteCount, 0));
  } finally {
    closeSync(file);
  }
}

async function readPackedHead(path: string, byteCount: number): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  for await (const chunk of readChunks(path)) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= byteCount) break;
  }
  return head.subarray(0, byteCount);
}

import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { TapisError } from "../errors.ts";
import { encodingByMark, type EncodingName, toUtf8 } from "./encoding.ts";
import { describeFault, isFault } from "./system-fault.ts";
import { unpackerOf } from "./unpack.ts";

const CHUNK_BYTES = 256 * 1024;

/** Options for {@link readChunks}. */
export interface ReadOptions {
  /**
   * How many of the bytes to leave aside: of those that would be read without it, unpacked and as UTF-8.
   * @defaultValue 0
   */
  readonly offset?: number;
  /**
   * The encoding of the file, which comes as UTF-8.
   * @defaultValue `"utf-8"`: the bytes come as they are
   */
  readonly encoding?: EncodingName;
}

/**
 * The bytes of a file, a chunk at a time; unpacked when the name ends in `.gz` or `.zst`.
 *
 * @throws {TapisError} ERR_INPUT_MISSING when there is no such file; ERR_INPUT_READ when it cannot
 *   be read, or is packed and damaged or ends too early.
 */
export async function* readChunks(
  location: string | URL,
  { offset = 0, encoding = "utf-8" }: ReadOptions = {},
): AsyncGenerator<Uint8Array> {
  const path = location instanceof URL ? fileURLToPath(location) : location;
  const unpack = unpackerOf(path);
  const isPlain = unpack === undefined && encoding === "utf-8";
  const file = createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
    // A pipe can be read without a place only.
    ...(offset > 0 && isPlain && { start: offset }),
  });
  try {
    if (isPlain) yield* file;
    else yield* skip(convertChunks(unpack?.(file) ?? file, encoding), offset);
  } catch (cause) {
    if (isFault(cause, "ENOENT")) {
      throw new TapisError("ERR_INPUT_MISSING", `${path}: no such file`, { cause });
    }
    const fault = describeFault(cause);
    throw new TapisError("ERR_INPUT_READ", `${path}: cannot be read: ${fault}`, { cause });
  } finally {
    file.destroy();
  }
}

/** Bytes in an encoding as UTF-8. */
export async function* convertChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: EncodingName,
): AsyncGenerator<Uint8Array> {
  const conversion = toUtf8(encoding);
  for await (const chunk of chunks) {
    const converted = conversion.next(chunk);
    if (converted.length > 0) yield converted;
  }
  const last = conversion.last();
  if (last.length > 0) yield last;
}

/**
 * The encoding that a file's byte order mark tells of: UTF-16, or else UTF-8, also for what is no file or cannot be read.
 */
export async function detectEncoding(path: string): Promise<EncodingName> {
  try {
    // Whoever opens a pipe to look into it takes the bytes from those who want to read it.
    if (!(await stat(path)).isFile()) return "utf-8";
    return encodingByMark(await readHead(path, 2));
  } catch {
    return "utf-8";
  }
}

async function readHead(path: string, length: number): Promise<Uint8Array> {
  if (unpackerOf(path) !== undefined) {
    let head = Buffer.alloc(0);
    for await (const chunk of readChunks(path)) {
      head = Buffer.concat([head, chunk]);
      if (head.length >= length) break;
    }
    return head;
  }
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
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

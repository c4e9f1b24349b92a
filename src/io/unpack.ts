import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { packingOf } from "./packing.ts";
import { isFault } from "./system-fault.ts";

const CHUNK_BYTES = 256 * 1024;

/** Frames may be as small as this in a call of the library, which calls itself once for each. */
const ZSTD_STEP_BYTES = 8 * 1024;

/**
 * The bytes of a packed file, unpacked a chunk at a time. An error says what is wrong with the packed bytes and where; what could
 * be read before it has been yielded.
 */
type Unpack = (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** What unpacks a file of this name; undefined when the name is not that of a packed file. */
export function unpackerOf(path: string): Unpack | undefined {
  const packing = packingOf(path);
  if (packing === "gzip") return unpackGzip;
  return packing === "zstd" ? unpackZstd : undefined;
}

async function* unpackGzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new TailReader(packed);
  const gunzip = process.getBuiltinModule("node:zlib").createGunzip({ chunkSize: CHUNK_BYTES });
  try {
    yield* through(gunzip, reader.chunks());
  } catch (cause) {
    if (reader.fault !== undefined) throw reader.fault;
    const what = isFault(cause, "Z_BUF_ERROR") ? "end too early" : "are damaged";
    const reached = Math.max(gunzip.bytesWritten, reader.readBytes - reader.tail.length);
    const message = `the gzip data ${what} (behind byte ${reached} of the packed file)`;
    throw new Error(message, { cause });
  }
  // Zeros at the end are how tapes and some downloads fill up; zlib takes them and all behind them for the end.
  const rest = reader.tail.subarray(reader.tail.length - (reader.readBytes - gunzip.bytesWritten));
  if (rest.every((byte) => byte === 0)) return;
  const message = `the gzip data are followed by something else (at byte ${gunzip.bytesWritten} of the packed file)`;
  throw new Error(message);
}

async function* unpackZstd(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new TailReader(packed);
  try {
    yield* unpackFrames(reader.chunks());
  } catch (cause) {
    if (reader.fault !== undefined) throw reader.fault;
    const before = reader.readBytes - reader.tail.length;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `the zstd data are damaged or end too early: ${why} (behind byte ${before} of the packed file)`;
    throw new Error(message, { cause });
  }
}

/**
 * Not by Node, where it can: it takes the first of several frames for all of them, and what ends too early for whole. The library
 * does not look at checksums.
 */
async function* unpackFrames(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import("fzstd");
  let unpacked: Uint8Array[] = [];
  // The library goes on using its own buffer.
  const decompress = new Decompress((chunk) => unpacked.push(chunk.slice()));
  function* takeUnpacked(): Generator<Uint8Array> {
    const taken = unpacked;
    unpacked = [];
    yield* taken;
  }
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += ZSTD_STEP_BYTES) {
      decompress.push(chunk.subarray(at, at + ZSTD_STEP_BYTES));
      yield* takeUnpacked();
    }
  }
  decompress.push(new Uint8Array(), true);
  yield* takeUnpacked();
}

async function* through(
  transform: Transform,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  // A fault reaches the reader through the transform, which the pipeline destroys with it.
  pipeline(packed, transform).catch(() => {});
  yield* transform;
}

/** Hands on what it reads, and knows how far it is and what came last. */
class TailReader {
  readonly #packed: AsyncIterable<Uint8Array>;
  /** Bytes so far. */
  readBytes = 0;
  /** What was wrong with the reading itself. */
  fault: Error | undefined;
  /** The last chunk. */
  tail: Uint8Array = new Uint8Array();

  constructor(packed: AsyncIterable<Uint8Array>) {
    this.#packed = packed;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#packed) {
        this.readBytes += chunk.length;
        this.tail = chunk;
        yield chunk;
      }
    } catch (fault) {
      this.fault = fault instanceof Error ? fault : new Error(String(fault));
      throw fault;
    }
  }
}

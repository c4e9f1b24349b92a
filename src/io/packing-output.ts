import { once } from "node:events";
import { promisify } from "node:util";
import type { Output } from "./output.ts";
import { packingOf } from "./packing.ts";
import { loadZstd } from "./zstd.ts";

const ZSTD_FRAME_BYTES = 1024 * 1024;

/** Options for {@link packingOutput}. */
export interface PackingOptions {
  /** Whether each write becomes a gzip member of its own, which can be unpacked without those before it: as WARC has it. */
  readonly isMemberPerWrite?: boolean;
}

/**
 * An output that is packed on its way to another one, if `path` ends in `.gz` or `.zst`; else that one itself. The same content
 * gives the same bytes, however it is cut into writes, unless each is a member.
 */
export function packingOutput(
  output: Output,
  path: string,
  { isMemberPerWrite = false }: PackingOptions = {},
): Output {
  const packing = packingOf(path);
  if (packing === undefined) return output;
  if (packing === "zstd") return zstdOutput(output);
  return isMemberPerWrite ? memberOutput(output) : gzipOutput(output);
}

function gzipOutput(output: Output): Output {
  const packer = process.getBuiltinModule("node:zlib").createGzip();
  // A fault of the output below comes out of `draining`.
  const draining = drain(packer, output);
  draining.catch(() => {});
  return {
    async write(content) {
      if (!packer.write(content)) await Promise.race([once(packer, "drain"), draining]);
    },
    async commit() {
      packer.end();
      await draining;
      await output.commit();
    },
    async discard() {
      packer.destroy();
      await draining.catch(() => {});
      await output.discard();
    },
  };
}

async function drain(packed: AsyncIterable<Uint8Array>, output: Output): Promise<void> {
  for await (const chunk of packed) await output.write(chunk);
}

function memberOutput(output: Output): Output {
  const pack = promisify(process.getBuiltinModule("node:zlib").gzip);
  return {
    async write(content) {
      await output.write(await pack(content));
    },
    commit: () => output.commit(),
    discard: () => output.discard(),
  };
}

/** Frames of a megabyte each, so that neither writing nor reading takes much memory. */
function zstdOutput(output: Output): Output {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let isEmpty = true;

  async function writeFrame(bytes: Uint8Array): Promise<void> {
    const pack = await loadZstd();
    await output.write(pack(bytes));
    isEmpty = false;
  }

  return {
    async write(content) {
      let bytes = typeof content === "string" ? Buffer.from(content) : content;
      while (waitingBytes + bytes.length >= ZSTD_FRAME_BYTES) {
        const room = ZSTD_FRAME_BYTES - waitingBytes;
        const frame = Buffer.concat([...waiting, bytes.subarray(0, room)]);
        bytes = bytes.subarray(room);
        waiting = [];
        waitingBytes = 0;
        await writeFrame(frame);
      }
      if (bytes.length === 0) return;
      waiting.push(bytes);
      waitingBytes += bytes.length;
    },
    async commit() {
      if (waitingBytes > 0 || isEmpty) await writeFrame(Buffer.concat(waiting));
      await output.commit();
    },
    discard: () => output.discard(),
  };
}

import { once } from "node:events";
import { createGzip } from "node:zlib";
import type { Output } from "./output.ts";

/** An output that is packed on its way to another one, if `path` ends in `.gz`; else that one itself. The same content gives the same bytes, however it is cut into writes. */
export function packingOutput(output: Output, path: string): Output {
  return /\.gz$/i.test(path) ? gzipOutput(output) : output;
}

function gzipOutput(output: Output): Output {
  const gzip = createGzip();
  // A fault of the output below comes out of `draining`.
  const draining = drain(gzip, output);
  draining.catch(() => {});
  return {
    async write(content) {
      if (!gzip.write(content)) await Promise.race([once(gzip, "drain"), draining]);
    },
    async commit() {
      gzip.end();
      await draining;
      await output.commit();
    },
    async discard() {
      gzip.destroy();
      await draining.catch(() => {});
      await output.discard();
    },
  };
}

async function drain(packed: AsyncIterable<Uint8Array>, output: Output): Promise<void> {
  for await (const chunk of packed) await output.write(chunk);
}

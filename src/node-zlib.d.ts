import type { Transform } from "node:stream";

declare module "node:zlib" {
  /** Unpacks zstd; from Node 22.15 on. */
  export const createZstdDecompress: (() => Transform) | undefined;
}

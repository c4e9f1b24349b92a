import { constants, gzipSync } from "node:zlib";

/** Packs bytes as a gzip file, as small as it can. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
}

import { constants, gzipSync } from "node:zlib";

/** Options for {@link gzip}. */
export interface GzipOptions {
  /** Whether to pack in a middling time rather than as small as can be. */
  readonly isFast?: boolean;
}

/** Packs bytes as a gzip file. */
export function gzip(bytes: Uint8Array, { isFast = false }: GzipOptions = {}): Uint8Array {
  const level = isFast ? constants.Z_DEFAULT_COMPRESSION : constants.Z_BEST_COMPRESSION;
  return gzipSync(bytes, { level });
}

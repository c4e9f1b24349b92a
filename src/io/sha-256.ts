import { createHash } from "node:crypto";

/** A digest of bytes that come one after the other. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** In hexadecimal; nothing may be added afterwards. */
  digest(): string;
}

/** Starts a digest: SHA-256. */
export function createSha256(): Sha256 {
  const hash = createHash("sha256");
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest("hex"),
  };
}

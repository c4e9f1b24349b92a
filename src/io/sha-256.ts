/** A digest of bytes that come one after the other. */
export interface Sha256 {
  update(bytes: Uint8Array | string): void;
  /** In hexadecimal; nothing may be added afterwards. */
  digest(): string;
}

/** Starts a digest: SHA-256. Node's module for it is loaded only here: it takes longer than a short text takes to clean. */
export function createSha256(): Sha256 {
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest("hex"),
  };
}

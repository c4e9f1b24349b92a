const BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: "SHA-1",
  "sha-1": "SHA-1",
  sha256: "SHA-256",
  "sha-256": "SHA-256",
  sha512: "SHA-512",
  "sha-512": "SHA-512",
};

/**
 * The digest of bytes, written as another one is: with its algorithm, and in base 32, base 16 or base 64.
 *
 * @param former - The value of a digest field, such as `sha1:` and 32 letters.
 * @returns undefined for an algorithm that is not known.
 */
export async function digestLike(former: string, bytes: Uint8Array): Promise<string | undefined> {
  const [label = "", digest = ""] = former.split(":", 2);
  const algorithm = ALGORITHMS[label.toLowerCase()];
  if (algorithm === undefined) return undefined;
  const hash = Buffer.from(await crypto.subtle.digest(algorithm, Uint8Array.from(bytes)));
  const hex = hash.toString("hex");
  if (digest.length === hex.length)
    return `${label}:${isUpperCase(digest) ? hex.toUpperCase() : hex}`;
  const base64 = hash.toString("base64");
  return `${label}:${digest.length === base64.length ? base64 : toBase32(hash)}`;
}

function isUpperCase(text: string): boolean {
  return text !== text.toLowerCase();
}

/** Base 32 with padding: S. Josefsson, *RFC 4648* (2006), §6. */
function toBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    bitCount += 8;
    while (bitCount >= 5) {
      bitCount -= 5;
      text += BASE_32.charAt((bits >> bitCount) & 31);
    }
    bits &= 31;
  }
  if (bitCount > 0) text += BASE_32.charAt((bits << (5 - bitCount)) & 31);
  return text.padEnd(Math.ceil(text.length / 8) * 8, "=");
}

import { createReadStream } from "node:fs";
import { TapisError } from "../errors.ts";
import { createSha256 } from "./sha-256.ts";
import { describeFault } from "./system-fault.ts";

/**
 * SHA-256 of a file's bytes, in hexadecimal.
 *
 * @throws {TapisError} ERR_INPUT_READ when it cannot be read.
 */
export async function digestFile(path: string | URL): Promise<string> {
  const hash = createSha256();
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (cause) {
    const message = `${String(path)}: cannot be read: ${describeFault(cause)}`;
    throw new TapisError("ERR_INPUT_READ", message, { cause });
  }
  return hash.digest();
}

/** SHA-256 of some texts one after the other, in hexadecimal; where one ends matters. */
export function digestTexts(texts: readonly string[]): string {
  const hash = createSha256();
  for (const text of texts) hash.update(`${text}\0`);
  return hash.digest();
}

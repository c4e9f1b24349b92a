import { TapisError } from "../errors.ts";
import { countLineFeeds } from "./count-line-feeds.ts";

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });

/** Where a run of bytes comes from, for messages. */
interface BytesOrigin {
  /** Name of the file or stream. */
  readonly name: string;
  /** Line at which the bytes start, from 1. */
  readonly line: number;
}

/**
 * Bytes as text, if they are UTF-8 to the last one. A byte order mark stays in the text, so that
 * encoding gives the same bytes again.
 *
 * @throws {TapisError} ERR_INPUT_ENCODING names the line and the first byte that cannot be read
 *   (counted from 1 in these bytes); ERR_INPUT_READ when the text would be longer than a string may
 *   be.
 */
export function decodeUtf8(bytes: Uint8Array, origin: BytesOrigin): string {
  try {
    return STRICT.decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) {
      const place = `${origin.name}:${origin.line}`;
      const message = `${place}: ${bytes.length} bytes are too many for one document`;
      throw new TapisError("ERR_INPUT_READ", message, { cause });
    }
    const at = firstInvalidByte(bytes);
    const line = origin.line + countLineFeeds(bytes.subarray(0, at));
    const found = bytes[at] === undefined ? "the end" : `0x${bytes[at].toString(16)}`;
    throw new TapisError(
      "ERR_INPUT_ENCODING",
      `${origin.name}:${line}: not UTF-8: byte ${at + 1} is ${found} (use --encoding to say what it is)`,
      { cause },
    );
  }
}

/**
 * Index of the first byte that differs when the bytes are decoded with replacement characters and
 * encoded again.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  const repaired = new TextEncoder().encode(LENIENT.decode(bytes));
  const at = bytes.findIndex((byte, index) => byte !== repaired[index]);
  return at === -1 ? bytes.length : at;
}

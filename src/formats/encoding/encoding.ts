import type { Conversion } from "./conversion.ts";
import { utf16FromUtf8, utf16ToUtf8 } from "./utf-16.ts";
import { windows1252FromUtf8, windows1252ToUtf8 } from "./windows-1252.ts";

/** Encodings that Tapis reads and writes. */
export const ENCODING_NAMES = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;

/** Name of an encoding. */
export type EncodingName = (typeof ENCODING_NAMES)[number];

/** The encoding that the first bytes of a file tell of: UTF-16 if they are its byte order mark, else UTF-8. */
export function encodingByMark([first, second]: Uint8Array): EncodingName {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/**
 * Converts to UTF-8. What is no character becomes bytes that are none in UTF-8 either, of which {@link fromUtf8} makes the same
 * again.
 */
export function toUtf8(encoding: EncodingName): Conversion {
  switch (encoding) {
    case "utf-8":
      return unchanged();
    case "windows-1252":
      return windows1252ToUtf8();
    case "utf-16le":
    case "utf-16be":
      return utf16ToUtf8({ isBigEndian: encoding === "utf-16be" });
  }
}

/**
 * Converts from UTF-8: the inverse of {@link toUtf8}.
 *
 * @throws {RangeError} from the conversion, when the encoding does not have a character.
 */
export function fromUtf8(encoding: EncodingName): Conversion {
  switch (encoding) {
    case "utf-8":
      return unchanged();
    case "windows-1252":
      return windows1252FromUtf8();
    case "utf-16le":
    case "utf-16be":
      return utf16FromUtf8({ isBigEndian: encoding === "utf-16be" });
  }
}

function unchanged(): Conversion {
  return { next: (piece) => piece, last: () => new Uint8Array() };
}

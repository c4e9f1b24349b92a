import type { Conversion } from "./conversion.ts";

/**
 * A conversion from UTF-8 that is given whole characters only, however the pieces are cut. The byte FF, which is in no UTF-8, is
 * taken for the first of three.
 */
export function ofWholeCharacters(convert: (characters: Uint8Array) => Uint8Array): Conversion {
  let pending: Uint8Array = new Uint8Array();
  return {
    next(piece) {
      const bytes = pending.length === 0 ? piece : Buffer.concat([pending, piece]);
      const end = bytes.length - unfinishedLength(bytes);
      pending = Uint8Array.from(bytes.subarray(end));
      return convert(bytes.subarray(0, end));
    },
    last: () => convert(pending),
  };
}

/** Number of bytes at the end that belong to a character which is not complete. */
function unfinishedLength(bytes: Uint8Array): number {
  for (let length = 1; length <= 3 && length <= bytes.length; length += 1) {
    const byte = bytes[bytes.length - length] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return characterLength(byte) > length ? length : 0;
  }
  return 0;
}

/** Number of bytes of a character that begins with this one. */
export function characterLength(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 || first === 0xff ? 3 : 4;
}

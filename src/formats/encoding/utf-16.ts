import type { Conversion } from "./conversion.ts";
import { characterLength, ofWholeCharacters } from "./utf-8-pieces.ts";

/** Which byte of a unit comes first. */
interface ByteOrder {
  readonly isBigEndian: boolean;
}

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const HALF_PAIR = /\p{Surrogate}/u;

/** Begins three bytes that stand for half a unit at the end; the others have four bits of it each. */
const HALF_UNIT = 0xff;

/**
 * UTF-16 to UTF-8. Half a surrogate pair becomes the three bytes that it would have if it were a character; half a unit at the end,
 * the byte FF and two more. Neither is UTF-8.
 */
export function utf16ToUtf8({ isBigEndian }: ByteOrder): Conversion {
  let pending: Uint8Array = new Uint8Array();
  return {
    next(piece) {
      const bytes = Buffer.concat([pending, piece]);
      let end = bytes.length - (bytes.length % 2);
      const high = bytes[end - (isBigEndian ? 2 : 1)] ?? 0;
      // The first half of a pair waits for the second.
      if (end > 0 && high >= 0xd8 && high < 0xdc) end -= 2;
      pending = Uint8Array.from(bytes.subarray(end));
      return encodeUnits(decodeUnits(bytes.subarray(0, end), isBigEndian));
    },
    last() {
      const units = pending.subarray(0, pending.length - (pending.length % 2));
      const [half] = pending.subarray(units.length);
      const whole = encodeUnits(decodeUnits(units, isBigEndian));
      if (half === undefined) return whole;
      return Buffer.concat([whole, Buffer.of(HALF_UNIT, 0x80 | (half >> 4), 0x80 | (half & 15))]);
    },
  };
}

/** UTF-8 to UTF-16: the inverse of {@link utf16ToUtf8}. */
export function utf16FromUtf8({ isBigEndian }: ByteOrder): Conversion {
  return ofWholeCharacters((bytes) => {
    let units: Buffer;
    try {
      units = Buffer.from(STRICT.decode(bytes), "utf16le");
    } catch {
      return unitsOfBroken(bytes, isBigEndian);
    }
    return isBigEndian ? units.swap16() : units;
  });
}

function decodeUnits(bytes: Uint8Array, isBigEndian: boolean): string {
  const units = Buffer.from(bytes);
  return (isBigEndian ? units.swap16() : units).toString("utf16le");
}

function encodeUnits(text: string): Uint8Array {
  if (!HALF_PAIR.test(text)) return Buffer.from(text);
  const parts: Buffer[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isHalf = code >= 0xd800 && code < 0xe000;
    parts.push(
      isHalf
        ? Buffer.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
        : Buffer.from(character),
    );
  }
  return Buffer.concat(parts);
}

/** UTF-16 of bytes that may hold what {@link utf16ToUtf8} made of half pairs and half units. */
function unitsOfBroken(bytes: Uint8Array, isBigEndian: boolean): Uint8Array {
  const units: number[] = [];
  const addUnit = (unit: number): void => {
    if (isBigEndian) units.push(unit >> 8, unit & 255);
    else units.push(unit & 255, unit >> 8);
  };
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = characterLength(first);
    const rest = bytes.subarray(at + 1, at + length);
    at += length;
    if (first === HALF_UNIT) {
      units.push((((rest[0] ?? 0) & 15) << 4) | ((rest[1] ?? 0) & 15));
      continue;
    }
    const bits = length === 1 ? first : first & (0xff >> (length + 1));
    const code = rest.reduce((value, byte) => (value << 6) | (byte & 63), bits);
    if (code < 0x10000) {
      addUnit(code);
    } else {
      addUnit(0xd800 | ((code - 0x10000) >> 10));
      addUnit(0xdc00 | ((code - 0x10000) & 1023));
    }
  }
  return Uint8Array.from(units);
}

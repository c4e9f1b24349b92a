import type { Conversion } from "./conversion.ts";
import { ofWholeCharacters } from "./utf-8-pieces.ts";

/**
 * The characters of the bytes 80 to 9F; the five that Windows leaves open are control characters, as on the web. All others have the
 * number of their byte. Written down here, because some versions of Node decode these as if they were ISO 8859-1.
 *
 * Source: Web Hypertext Application Technology Working Group, *Encoding Standard*, index windows-1252.
 */
const CHARACTERS_FROM_80 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

const CHARACTERS = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? CHARACTERS_FROM_80.charAt(byte - 0x80) : String.fromCharCode(byte),
);

/** Windows-1252 to UTF-8. Every byte is a character. */
export function windows1252ToUtf8(): Conversion {
  return {
    next: (piece) => Buffer.from(Array.from(piece, (byte) => CHARACTERS[byte]).join("")),
    last: () => new Uint8Array(),
  };
}

/** UTF-8 to Windows-1252; throws a RangeError for a character that it does not have. */
export function windows1252FromUtf8(): Conversion {
  const byteOf = new Map(CHARACTERS.map((character, byte) => [character, byte]));
  return ofWholeCharacters((bytes) => {
    const characters = [...new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)];
    return Uint8Array.from(characters, (character) => {
      const byte = byteOf.get(character);
      if (byte !== undefined) return byte;
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
      throw new RangeError(`windows-1252 has no character U+${code}`);
    });
  });
}

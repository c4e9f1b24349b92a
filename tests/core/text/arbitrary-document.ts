import fc from "fast-check";
import { arbitraryText } from "./arbitrary-text.ts";

/** Everything that parts paragraphs, and some that does not. */
const SEPARATORS = [
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  "\v",
  "\f",
  "\u0085",
  "\u2028",
  "\u2029",
  " \n\t\n ",
  "\u200b\n",
  "\ufeff",
  " ",
  "",
];

/** Paragraphs, or any text, with any separators between them and at the ends. */
export function documentOf(paragraph: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...SEPARATORS),
      fc.array(fc.tuple(paragraph, fc.constantFrom(...SEPARATORS)), { maxLength: 8 }),
    )
    .map(([head, parts]) => head + parts.map((part) => part.join("")).join(""));
}

/** Any text of UTF-16 code units, with many paragraphs. */
export const arbitraryDocument: fc.Arbitrary<string> = documentOf(
  fc.oneof(arbitraryText, fc.constantFrom("Berita hari ini.", "a", "Satu. Dua! Tiga?")),
);

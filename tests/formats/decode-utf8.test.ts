import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8 } from "../../src/formats/decode-utf8.ts";

const ORIGIN = { name: "a.txt", line: 1 };

test("decoding and encoding any text gives the same bytes, a byte order mark included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, hasMark) => {
      const bytes = Buffer.from((hasMark ? "\uFEFF" : "") + text);
      expect(Buffer.from(decodeUtf8(bytes, ORIGIN)).equals(bytes)).toBe(true);
    }),
  );
});

test.for([
  {
    name: "a Latin-1 letter",
    bytes: [0x61, 0x0a, 0xe9, 0x61],
    place: "a.txt:2: not UTF-8: byte 3 is 0xe9",
  },
  { name: "a lone continuation", bytes: [0x80], place: "a.txt:1: not UTF-8: byte 1 is 0x80" },
  { name: "an encoded surrogate", bytes: [0x61, 0xed, 0xa0, 0x80], place: "byte 2 is 0xed" },
  { name: "an overlong form", bytes: [0xc0, 0xaf], place: "byte 1 is 0xc0" },
  { name: "a sequence that ends too early", bytes: [0x61, 0xc3], place: "byte 2 is 0xc3" },
  {
    name: "a sequence whose start is like the replacement character's",
    bytes: [0xef, 0xbf],
    place: "byte 3 is the end",
  },
])("names line and byte of $name", ({ bytes, place }) => {
  expect(() => decodeUtf8(Uint8Array.from(bytes), ORIGIN)).toThrow(
    expect.objectContaining({
      code: "ERR_INPUT_ENCODING",
      message: expect.stringContaining(place),
    }),
  );
});

test("counts lines from where the bytes start", () => {
  expect(() => decodeUtf8(Uint8Array.of(0xff), { name: "a.jsonl", line: 42 })).toThrow(
    "a.jsonl:42:",
  );
});

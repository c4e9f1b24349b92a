import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "../../../src/core/model/crc32.ts";

test.each([
  ["", 0],
  // The check value of the catalogue of parametrised CRC algorithms (CRC-32/ISO-HDLC).
  ["123456789", 0xcbf43926],
  ["The quick brown fox jumps over the lazy dog", 0x414fa339],
])("the CRC of %j is the published one", (text, expected) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(expected);
});

test("one changed bit changes it", () => {
  const arbitraryFlip = fc
    .uint8Array({ minLength: 1 })
    .chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat({ max: bytes.length * 8 - 1 })));
  fc.assert(
    fc.property(arbitraryFlip, ([bytes, bit]) => {
      const flipped = bytes.map((byte, index) =>
        index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
      );
      expect(crc32(flipped)).not.toBe(crc32(bytes));
    }),
  );
});

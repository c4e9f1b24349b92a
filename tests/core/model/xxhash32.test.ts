import fc from "fast-check";
import { expect, test } from "vitest";
import { xxHash32 } from "../../../src/core/model/xxhash32.ts";

test.each([
  // Published by the reference implementation, seed 0.
  ["", 0x02cc5d05],
  ["a", 0x550d7456],
  ["abc", 0x32d153ff],
  ["Nobody inspects the spammish repetition", 0xe2293b2f],
])("the hash of %j is the published one", (text, expected) => {
  expect(xxHash32(new TextEncoder().encode(text))).toBe(expected);
});

test("one changed bit changes it, wherever the bytes lie", () => {
  const arbitraryFlip = fc
    .uint8Array({ minLength: 1, maxLength: 100 })
    .chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat({ max: bytes.length * 8 - 1 })));
  fc.assert(
    fc.property(arbitraryFlip, fc.nat({ max: 7 }), ([bytes, bit], offset) => {
      const flipped = bytes.map((byte, index) =>
        index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
      );
      expect(xxHash32(flipped)).not.toBe(xxHash32(bytes));
      const shifted = new Uint8Array(bytes.length + offset);
      shifted.set(bytes, offset);
      expect(xxHash32(shifted.subarray(offset))).toBe(xxHash32(bytes));
    }),
  );
});

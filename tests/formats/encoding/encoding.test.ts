import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ENCODING_NAMES,
  encodingByMark,
  type EncodingName,
  fromUtf8,
  toUtf8,
} from "../../../src/formats/encoding/encoding.ts";
import { cutAt } from "../../chunked.ts";

/** What a conversion makes of bytes that come cut at these places. */
function convert(
  conversion: ReturnType<typeof toUtf8>,
  bytes: Uint8Array,
  places: readonly number[] = [],
): Buffer {
  const parts = cutAt(bytes, places).map((piece) => Buffer.from(conversion.next(piece)));
  return Buffer.concat([...parts, conversion.last()]);
}

const Encodings = fc.constantFrom<EncodingName>(...ENCODING_NAMES);
const Places = fc.array(fc.nat(40));

test("any bytes come back, however they are cut", () => {
  fc.assert(
    fc.property(Encodings, fc.uint8Array(), Places, Places, (encoding, bytes, there, back) => {
      const utf8 = convert(toUtf8(encoding), bytes, there);
      expect(convert(toUtf8(encoding), bytes)).toEqual(utf8);
      expect(convert(fromUtf8(encoding), utf8, back)).toEqual(Buffer.from(bytes));
    }),
  );
});

test("half a pair, half a unit and whole ones come back", () => {
  const unit = fc.constantFrom(0x41, 0xe9, 0x20ac, 0xd83d, 0xde00, 0xdbff, 0xdc00, 0xfeff);
  const order = fc.constantFrom<EncodingName>("utf-16le", "utf-16be");
  fc.assert(
    fc.property(order, fc.array(unit), fc.boolean(), Places, (encoding, units, isOdd, places) => {
      const bytes = Buffer.concat([
        Buffer.from(Uint16Array.from(units).buffer),
        isOdd ? Buffer.of(0x7f) : Buffer.alloc(0),
      ]);
      const utf8 = convert(toUtf8(encoding), bytes, places);
      expect(convert(fromUtf8(encoding), utf8, places)).toEqual(bytes);
    }),
  );
});

test.for([
  ["utf-16le", Buffer.from("\uFEFFé€😀", "utf16le")],
  ["utf-16be", Buffer.from("\uFEFFé€😀", "utf16le").swap16()],
  ["utf-8", Buffer.from("\uFEFFé€😀")],
] as const)("%s is read as what it says", ([encoding, bytes]) => {
  expect(encodingByMark(bytes)).toBe(encoding);
  expect(convert(toUtf8(encoding), bytes).toString()).toBe("\uFEFFé€😀");
});

test("Windows-1252 is read as what it says", () => {
  expect(convert(toUtf8("windows-1252"), Buffer.of(0x41, 0xe9, 0x80, 0x94)).toString()).toBe(
    "Aé€”",
  );
});

describe("what is no character", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });

  test.for([
    ["half a pair", [0x3d, 0xd8]],
    ["half a pair before a letter", [0x3d, 0xd8, 0x41, 0]],
    ["the second half of a pair", [0, 0xdc]],
    ["half a unit", [0x41, 0, 0x41]],
  ] as const)("stays none in UTF-8: %s", ([, bytes]) => {
    const utf8 = convert(toUtf8("utf-16le"), Uint8Array.from(bytes));
    expect(() => strict.decode(utf8)).toThrow(TypeError);
  });

  test("is refused by Windows-1252", () => {
    expect(() => fromUtf8("windows-1252").next(Buffer.from("Ж"))).toThrow(
      new RangeError("windows-1252 has no character U+0416"),
    );
  });
});

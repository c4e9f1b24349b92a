import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveGroups } from "../../../src/formats/parquet/footer.ts";
import { formatThrift, parseThrift } from "../../../src/formats/parquet/thrift.ts";

const FOLDER = new URL("./files/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".parquet"));

/** Whether nothing worse happens than a refusal. */
function isRefusedOrRead(bytes: Uint8Array): boolean {
  try {
    parseThrift(bytes);
    return true;
  } catch (error) {
    return error instanceof RangeError;
  }
}

function footerOf(name: string): Buffer {
  const bytes = readFileSync(new URL(name, FOLDER));
  const length = bytes.readUInt32LE(bytes.length - 8);
  return bytes.subarray(bytes.length - 8 - length, bytes.length - 8);
}

test.for(FILES)("the footer of %s is written to the same bytes as it was read from", (name) => {
  const footer = footerOf(name);
  expect(Buffer.from(formatThrift(parseThrift(footer))).equals(footer)).toBe(true);
});

test("a struct by hand", () => {
  // Field 1, boolean, true; field 3, a list of two integers of 32 bits, -1 and 300; field 20, text.
  const bytes = [0x11, 0x29, 0x25, 0x01, 0xd8, 0x04, 0x08, 0x28, 0x01, 0x61, 0x00];
  const struct = parseThrift(Uint8Array.from(bytes));
  expect(struct).toEqual([
    { id: 1, type: 1, value: { kind: "boolean", value: true } },
    {
      id: 3,
      type: 9,
      value: {
        kind: "list",
        type: 5,
        items: [
          { kind: "integer", value: -1n },
          { kind: "integer", value: 300n },
        ],
      },
    },
    { id: 20, type: 8, value: { kind: "bytes", value: Uint8Array.of(0x61) } },
  ]);
  expect([...formatThrift(struct)]).toEqual(bytes);
});

describe("bytes that are no struct", () => {
  test.for([
    ["end too early", [0x15]],
    ["have a type that is not known", [0x1f, 0x00]],
    ["have an integer that does not end", [0x15, ...Array<number>(20).fill(0xff)]],
    ["say that they are longer than they are", [0x18, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ["have a list longer than they are", [0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ["are nested too deep", Array<number>(100).fill(0x1c)],
  ] as const)("are refused when they %s", ([, bytes]) => {
    expect(() => parseThrift(Uint8Array.from(bytes))).toThrow(RangeError);
  });

  test("are refused, whatever they are, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(isRefusedOrRead(bytes)).toBe(true);
      }),
    );
  });
});

test("a footer whose row groups have not moved says the same, but for the indexes", () => {
  const footer = footerOf("snappy.parquet");
  const offsets = [4, 4, 4];
  const groups = offsets.map((offset) => ({
    offset,
    columns: Array<bigint>(16).fill(0n),
    isSortingLost: false,
  }));
  expect(parseThrift(moveGroups(footer, groups))).toHaveLength(parseThrift(footer).length);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { lineSpans } from "../../src/formats/line-spans.ts";

const linesOf = (text: string): string[] => {
  const bytes = new TextEncoder().encode(text);
  return Array.from(lineSpans(bytes), ({ start, end }) =>
    new TextDecoder().decode(bytes.subarray(start, end)),
  );
};

test("lines keep their line feeds, the last one may have none", () => {
  expect(linesOf("a\r\n\nb")).toEqual(["a\r\n", "\n", "b"]);
  expect(linesOf("a\n")).toEqual(["a\n"]);
  expect(linesOf("")).toEqual([]);
});

test("all lines together are the bytes, and each has one line feed, at its end", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r") }), (text) => {
      const lines = linesOf(text);
      expect(lines.join("")).toBe(text);
      expect(lines.every((line) => /^[^\n]*\n$|^[^\n]+$/u.test(line))).toBe(true);
    }),
  );
});

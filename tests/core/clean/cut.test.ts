import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutBlocks, restore, withoutSpans } from "../../../src/core/clean/cut.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import type { Span } from "../../../src/core/text/span.ts";
import { arbitraryDocument } from "../text/arbitrary-document.ts";

const cutSpans = (text: string, units: readonly Span[], isCut: readonly boolean[]): Span[] =>
  cutBlocks(
    text,
    units.map((span) => ({ span })),
    isCut,
  ).map(({ span }) => span);

/** The text without the paragraphs whose first letter is a capital X. */
function withoutX(text: string): string {
  const units = unitsOf(text).map(({ span }) => span);
  const isCut = units.map(({ start }) => text.charAt(start) === "X");
  return withoutSpans(text, cutSpans(text, units, isCut));
}

test.each([
  ["with a block goes the separator before it", "a\n\nX\n\nb\n", "a\n\nb\n"],
  ["at the head, the one after it", "X\r\n\r\na\r\n", "a\r\n"],
  ["at the end, the text's own end stays", "a\n\nX\nX\n", "a\n"],
  ["white space before a head block goes with it", " \nX\na", "a"],
  ["neighbours go as one", "a\nX\n\n\nX\u2028b", "a\u2028b"],
  ["two blocks go each with their own", "X\na\n\nX\nb\n\nX", "a\nb"],
  ["when all goes, so does the white space", "\nX\n\nX\n\n", ""],
  ["when nothing goes, nothing changes", "\r\n a\n\n", "\r\n a\n\n"],
])("%s", (_, text, expected) => {
  expect(withoutX(text)).toBe(expected);
});

/** A document, the spans of its units, and some of them to cut. */
const arbitraryCut = arbitraryDocument.chain((text) => {
  const units = unitsOf(text).map(({ span }) => span);
  const isCut = fc.array(fc.boolean(), { minLength: units.length, maxLength: units.length });
  return fc.record({ text: fc.constant(text), units: fc.constant(units), isCut });
});

const piecesOf = (text: string, spans: readonly Span[]) =>
  spans.map((span) => ({ span, text: text.slice(span.start, span.end) }));

describe("for any text, separators and units", () => {
  test("kept text and cut spans are the whole text", () => {
    fc.assert(
      fc.property(arbitraryCut, ({ text, units, isCut }) => {
        const spans = cutSpans(text, units, isCut);
        expect(restore(withoutSpans(text, spans), piecesOf(text, spans))).toBe(text);
      }),
    );
  });

  test("spans hold the units that go and none that stay, in order and apart", () => {
    fc.assert(
      fc.property(arbitraryCut, ({ text, units, isCut }) => {
        const spans = cutSpans(text, units, isCut);
        units.forEach((unit, i) => {
          const inside = spans.filter(({ start, end }) => start <= unit.start && unit.end <= end);
          const touching = spans.filter(({ start, end }) => start < unit.end && unit.start < end);
          expect([inside.length, touching.length]).toEqual(isCut[i] === true ? [1, 1] : [0, 0]);
        });
        spans.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual((spans[i - 1]?.end ?? -1) + 1);
        });
      }),
    );
  });

  test("cutting more units cuts no less text", () => {
    fc.assert(
      fc.property(arbitraryCut, fc.nat(), ({ text, units, isCut }, extra) => {
        const more = isCut.map((is, i) => is || i === extra % Math.max(1, units.length));
        const larger = cutSpans(text, units, more);
        for (const { start, end } of cutSpans(text, units, isCut)) {
          expect(larger.some((span) => span.start <= start && end <= span.end)).toBe(true);
        }
      }),
    );
  });
});

test.each([
  [
    "out of order",
    "ab",
    [
      { span: { start: 2, end: 3 }, text: "x" },
      { span: { start: 0, end: 1 }, text: "y" },
    ],
  ],
  ["beyond the text", "ab", [{ span: { start: 3, end: 4 }, text: "x" }]],
  ["of another length than its span", "ab", [{ span: { start: 1, end: 3 }, text: "x" }]],
])("a piece that is %s was not cut out of the text", (_, cleaned, pieces) => {
  expect(() => restore(cleaned, pieces)).toThrow(expect.objectContaining({ code: "ERR_RESTORE" }));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLabelledDocument } from "../../../src/core/evaluate/labelled-document.ts";
import { arbitraryText } from "../../core/text/arbitrary-text.ts";

const ORIGIN = { place: "a.jsonl:7", source: "a" };
const ROW = { id: "x", text: "Berita.\n\nSlot!", lang: "id", slice: "tail", spam: [[9, 14]] };

const parse = (row: unknown) => parseLabelledDocument(JSON.stringify(row), ORIGIN);

test("reads what it must, and the source of the file where there is none", () => {
  expect(parse(ROW)).toEqual({
    ...ROW,
    kind: "",
    source: "a",
    spam: [{ start: 9, end: 14 }],
  });
});

test("passes over fields that it does not know", () => {
  const row = { ...ROW, kind: "news", source: "s", url: "https://contoh.id" };
  expect(parse(row)).toEqual({ ...ROW, kind: "news", source: "s", spam: [{ start: 9, end: 14 }] });
});

test("any ordered spans inside any text are taken", () => {
  const arbitraryRow = arbitraryText.chain((text) =>
    fc
      .uniqueArray(fc.nat({ max: text.length }), { maxLength: 8 })
      .map((edges) => edges.toSorted((a, b) => a - b))
      .map((edges) => ({
        ...ROW,
        text,
        spam: edges.flatMap((edge, i) => (i % 2 === 1 ? [[edges[i - 1], edge]] : [])),
      })),
  );
  fc.assert(
    fc.property(arbitraryRow, (row) => {
      const { text, spam } = parse(row);
      expect(text).toBe(row.text);
      expect(spam.map(({ start, end }) => [start, end])).toEqual(row.spam);
    }),
  );
});

test.each([
  [
    "a span beyond the text",
    { ...ROW, spam: [[9, 15]] },
    "spam span [9, 15] must not be empty, begin at 0 or later and end at 14 or earlier",
  ],
  ["an empty span", { ...ROW, spam: [[3, 3]] }, "spam span [3, 3] must not be empty"],
  ["a span turned round", { ...ROW, spam: [[5, 2]] }, "spam span [5, 2]"],
  [
    "overlapping spans",
    {
      ...ROW,
      spam: [
        [0, 5],
        [4, 8],
      ],
    },
    "spam span [4, 8] must not be empty, begin at 5 or later",
  ],
  [
    "spans out of order",
    {
      ...ROW,
      spam: [
        [5, 8],
        [0, 2],
      ],
    },
    "spam span [0, 2]",
  ],
  ["half an index", { ...ROW, spam: [[0.5, 2]] }, "spam[0][0]"],
  ["a missing text", { ...ROW, text: undefined }, "text"],
  ["a missing label", { ...ROW, spam: undefined }, "spam"],
  ["an empty language", { ...ROW, lang: "" }, "lang"],
  ["a list", [], "expected object"],
])("names the line of %s", (_, row, message) => {
  expect(() => parse(row)).toThrow(
    expect.objectContaining({
      code: "ERR_DOCUMENT_FORMAT",
      message: expect.stringMatching(/^a\.jsonl:7: /),
    }),
  );
  expect(() => parse(row)).toThrow(message);
});

test("names the line of what is not JSON", () => {
  expect(() => parseLabelledDocument("{", ORIGIN)).toThrow(
    expect.objectContaining({ code: "ERR_DOCUMENT_FORMAT", message: "a.jsonl:7: is not JSON" }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { joinParagraphs, keptParagraphs } from "../../../src/formats/json/paragraph-list.ts";

// Joined: "aa", 0 to 2; "bbb", 4 to 7; "c", 9 to 10.
const PARAGRAPHS = ["aa", "bbb", "c"];

test("reads a list as paragraphs with a blank line between two", () => {
  expect(joinParagraphs(PARAGRAPHS)).toBe("aa\n\nbbb\n\nc");
});

test.for([
  { name: "one with its separator before it", cuts: [{ start: 2, end: 7 }], kept: ["aa", "c"] },
  {
    name: "the first with its separator after it",
    cuts: [{ start: 0, end: 4 }],
    kept: ["bbb", "c"],
  },
  { name: "several at once", cuts: [{ start: 2, end: 10 }], kept: ["aa"] },
  { name: "all", cuts: [{ start: 0, end: 10 }], kept: [] },
  { name: "the middle of one", cuts: [{ start: 5, end: 6 }], kept: ["aa", "bb", "c"] },
  {
    name: "two parts of one",
    cuts: [
      { start: 4, end: 5 },
      { start: 6, end: 7 },
    ],
    kept: ["aa", "b", "c"],
  },
  {
    name: "the end of one and the start of the next",
    cuts: [{ start: 1, end: 5 }],
    kept: ["a", "bb", "c"],
  },
])("cuts $name", ({ cuts, kept }) => {
  expect(keptParagraphs(PARAGRAPHS, cuts)).toEqual(kept);
});

test("drops a paragraph of which white space is left", () => {
  expect(keptParagraphs([" a ", "b"], [{ start: 1, end: 2 }])).toEqual(["b"]);
});

test("keeps empty paragraphs that no cut touches", () => {
  expect(keptParagraphs(["", "a", ""], [{ start: 2, end: 3 }])).toEqual(["", ""]);
});

test("without cuts, any list stays as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (paragraphs) => {
      expect(keptParagraphs(paragraphs, [])).toEqual(paragraphs);
    }),
  );
});

import { expect, test } from "vitest";
import { parsePlain } from "../../src/formats/plain.ts";

test("a text file is one document", () => {
  expect(parsePlain("a\r\n\r\nb\n")).toMatchObject({ id: undefined, text: "a\r\n\r\nb\n" });
});

test("a byte order mark is no part of the document", () => {
  expect(parsePlain("\uFEFFa").text).toBe("a");
});

test("a byte order mark stays when the first paragraph is cut", () => {
  const document = parsePlain("\uFEFFspam\nnews");
  const cleaned = { text: "news", cuts: [{ span: { start: 0, end: 5 } }] };
  expect(document.rewrite(cleaned)).toBe("\uFEFFnews");
});

test("a document without a cut is rewritten as the same string", () => {
  expect(parsePlain("\uFEFFa\n").rewrite({ text: "a\n", cuts: [] })).toBe("\uFEFFa\n");
});

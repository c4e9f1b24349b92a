import { expect, test } from "vitest";
import { PLAIN } from "../../src/formats/plain.ts";

async function parse(content: string) {
  const bytes = Buffer.from(content);
  const options = { textKey: "text" };
  const document = await PLAIN.parse({ bytes, name: "a.txt", line: 1, head: undefined, options });
  if (document === undefined) throw new Error("a text file is a document");
  return document;
}

test("a text file is one document", async () => {
  expect(await parse("a\r\n\r\nb\n")).toMatchObject({ id: undefined, text: "a\r\n\r\nb\n" });
});

test("a byte order mark is no part of the document", async () => {
  expect((await parse("\uFEFFa")).text).toBe("a");
});

test("a byte order mark stays when the first paragraph is cut", async () => {
  const document = await parse("\uFEFFspam\nnews");
  const cleaned = { text: "news", cuts: [{ span: { start: 0, end: 5 } }] };
  expect(document.rewrite(cleaned)).toBe("\uFEFFnews");
});

test("a document without a cut is rewritten as the same string", async () => {
  expect((await parse("\uFEFFa\n")).rewrite({ text: "a\n", cuts: [] })).toBe("\uFEFFa\n");
});

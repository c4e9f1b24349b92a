import { expect } from "vitest";
import type { LabelledDocument } from "../../src/core/evaluate/labelled-document.ts";
import { gzip } from "../../src/io/gzip.ts";
import { readLabelledDocuments } from "../../src/pipeline/read-labelled-documents.ts";
import { test } from "../scratch.ts";

async function readAll(path: string): Promise<LabelledDocument[]> {
  const documents: LabelledDocument[] = [];
  for await (const document of readLabelledDocuments(path)) documents.push(document);
  return documents;
}

const LINE = '{"id":"a","text":"news slot","lang":"id","spam":[[5,9]]}\n';

test("reads a document a line, packed or not, over blank lines", async ({ scratch }) => {
  const plain = await scratch.write("set.jsonl", `${LINE}\n \r\n${LINE}`);
  const packed = await scratch.write("set.jsonl.gz", gzip(new TextEncoder().encode(LINE)));
  expect(await readAll(plain)).toHaveLength(2);
  expect(await readAll(packed)).toMatchObject([{ id: "a", spam: [{ start: 5, end: 9 }] }]);
});

test("the file's name is the source of documents that name none", async ({ scratch }) => {
  const path = await scratch.write("site.jsonl", LINE + LINE.replace("{", '{"source":"own",'));
  expect((await readAll(path)).map(({ source }) => source)).toEqual(["site", "own"]);
});

test("names the line of a document that is not one", async ({ scratch }) => {
  const path = await scratch.write("a.jsonl", `${LINE}{"id":"b"}\n`);
  await expect(readAll(path)).rejects.toMatchObject({
    code: "ERR_DOCUMENT_FORMAT",
    message: expect.stringContaining("a.jsonl:2: "),
  });
});

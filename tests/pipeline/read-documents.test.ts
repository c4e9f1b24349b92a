import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, readDocuments } from "../../src/pipeline/read-documents.ts";
import { byteSource } from "../../src/pipeline/source.ts";
import { chunked, cutAt } from "../chunked.ts";

async function read(
  chunks: readonly (string | Uint8Array)[],
  format: "text" | "jsonl",
): Promise<Entry[]> {
  const origin = { name: "a", format, options: { textKey: "text" } };
  const source = byteSource(origin, () => chunked(chunks));
  const entries: Entry[] = [];
  for await (const entry of readDocuments(source)) entries.push(entry);
  return entries;
}

/** What is worth comparing of an entry: all that does not come from the chunking. */
function summarize(entry: Entry) {
  const { kind, line, bytes } = entry;
  const text = entry.kind === "document" ? entry.document.text : undefined;
  const message = entry.kind === "rejected" ? entry.message : undefined;
  return { kind, line, raw: Buffer.from(bytes).toString("hex"), text, message };
}

test("a text file is one document without a line number", async () => {
  expect(await read(["a\n", "b"], "text")).toMatchObject([
    { kind: "document", line: undefined, document: { text: "a\nb" } },
  ]);
});

test("a JSON Lines file has a document a line, and says which", async () => {
  expect(await read(['{"text":"a"}\n\n{"text":"b"}'], "jsonl")).toMatchObject([
    { kind: "document", line: 1, document: { text: "a" } },
    { kind: "blank", line: 2 },
    { kind: "document", line: 3, document: { text: "b" } },
  ]);
});

test("a bad line is rejected and the reading goes on", async () => {
  const bytes = Buffer.concat([
    Buffer.from('oops\n{"text":"'),
    Buffer.of(0xff),
    Buffer.from('"}\n{"text":"b"}\n'),
  ]);
  expect(await read([bytes], "jsonl")).toMatchObject([
    {
      kind: "rejected",
      line: 1,
      code: "ERR_RECORD_FORMAT",
      message: expect.stringContaining("a:1: not JSON"),
    },
    {
      kind: "rejected",
      line: 2,
      code: "ERR_INPUT_ENCODING",
      message: expect.stringContaining("a:2: not UTF-8: byte 10 is 0xff"),
    },
    { kind: "document", line: 3, document: { text: "b" } },
  ]);
});

test("a text file that is not UTF-8 is rejected as a whole", async () => {
  expect(await read([Buffer.from("caf\u00E9\n", "latin1")], "text")).toMatchObject([
    { kind: "rejected", line: undefined, code: "ERR_INPUT_ENCODING" },
  ]);
});

test("any chunking of a JSON Lines stream gives what the whole gives, and the parts are the whole", async () => {
  const line = fc.oneof(
    fc
      .record({ text: fc.string({ unit: "grapheme" }) })
      .map((record) => `${JSON.stringify(record)}\n`),
    fc.constantFrom("\n", "\r\n", "{}\n", "not json\n", '{"text":"no end"}'),
    fc.uint8Array({ maxLength: 4 }),
  );
  const bytes = fc
    .array(line, { maxLength: 6 })
    .map((lines) => Buffer.concat(lines.map((part) => Buffer.from(part))));
  await fc.assert(
    fc.asyncProperty(bytes, fc.array(fc.nat(200)), async (whole, places) => {
      const pieces = await read(cutAt(whole, places), "jsonl");
      expect(pieces.map(summarize)).toEqual((await read([whole], "jsonl")).map(summarize));
      expect(Buffer.concat(pieces.map((entry) => entry.bytes)).equals(whole)).toBe(true);
    }),
  );
});

import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { collectBytes } from "../../src/formats/whole-file.ts";
import { fileSource } from "../../src/pipeline/file-source.ts";
import { test } from "../scratch.ts";

const LINES = '\uFEFF{"text":"é"}\n{"text":"b"}\n';

test.for([
  ["a.jsonl", Buffer.from(LINES)],
  ["b.jsonl", Buffer.from(LINES, "utf16le")],
  ["c.jsonl.gz", gzipSync(Buffer.from(LINES, "utf16le").swap16())],
] as const)(
  "%s comes as UTF-8, from the start of any block too",
  async ([name, bytes], { scratch }) => {
    const path = await scratch.write(name, bytes);
    const source = fileSource(path, { format: "jsonl", options: { textKey: "text" } });
    const read = async (start?: { offset: number; line: number }): Promise<string> => {
      async function* chunks() {
        for await (const block of source.blocks(start)) yield block.bytes;
      }
      return Buffer.from(await collectBytes(chunks(), name)).toString();
    };
    expect(await read()).toBe(LINES);
    const offset = Buffer.byteLength(LINES.slice(0, LINES.indexOf("\n") + 1));
    expect(await read({ offset, line: 2 })).toBe('{"text":"b"}\n');
  },
);

test("a file is in the encoding that is said", async ({ scratch }) => {
  const path = await scratch.write("a.txt", Buffer.of(0xe9));
  const options = { textKey: "text" };
  const source = fileSource(path, { format: "text", options, encoding: "windows-1252" });
  for await (const { bytes } of source.blocks()) expect(Buffer.from(bytes).toString()).toBe("é");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { FILE_START } from "../../src/formats/block.ts";
import { lineBlocks } from "../../src/formats/line-blocks.ts";
import { readLines } from "../../src/formats/read-lines.ts";
import { chunked, cutAt } from "../chunked.ts";

async function blocksOf(chunks: readonly (string | Uint8Array)[]): Promise<[number, string][]> {
  const blocks: [number, string][] = [];
  for await (const { bytes, start } of lineBlocks(chunked(chunks), {
    name: "a",
    start: FILE_START,
  })) {
    blocks.push([start.line, Buffer.from(bytes).toString("latin1")]);
  }
  return blocks;
}

test("each chunk gives the lines that end in it", async () => {
  expect(await blocksOf(["a\n\nb", "b\r\nc\nd", "e\n"])).toEqual([
    [1, "a\n\n"],
    [3, "bb\r\nc\n"],
    [5, "de\n"],
  ]);
});

test("a line longer than its chunks makes one block", async () => {
  expect(await blocksOf(["a", "b", "c\nd"])).toEqual([
    [1, "abc\n"],
    [2, "d"],
  ]);
});

test("an empty stream has no block", async () => {
  expect(await blocksOf([])).toEqual([]);
  expect(await blocksOf(["", ""])).toEqual([]);
});

test("a line that is too long to be read is named", async () => {
  const huge = new Uint8Array(2 ** 28);
  await expect(blocksOf(["a\nb", huge, huge])).rejects.toMatchObject({
    code: "ERR_INPUT_READ",
    message: "a:2: the line is too long to be read",
  });
});

test("any chunking gives whole lines, numbered as they stand in the stream", async () => {
  const bytes = fc
    .uint8Array({ maxLength: 60 })
    .map((values) => values.map((value) => (value < 60 ? 10 : value)));
  await fc.assert(
    fc.asyncProperty(bytes, fc.array(fc.nat(60)), async (whole, places) => {
      const numbered: [number, string][] = [];
      for (const [firstLine, block] of await blocksOf(cutAt(whole, places))) {
        const lines = block.match(/[^\n]*\n|[^\n]+$/g) ?? [];
        numbered.push(...lines.map((line, index): [number, string] => [firstLine + index, line]));
      }
      expect(numbered).toEqual(await linesOf(whole));
    }),
  );
});

async function linesOf(bytes: Uint8Array): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const line of readLines(chunked([bytes]), "a")) {
    lines.push([lines.length + 1, Buffer.from(line).toString("latin1")]);
  }
  return lines;
}

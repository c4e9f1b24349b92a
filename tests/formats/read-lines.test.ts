import fc from "fast-check";
import { expect, test } from "vitest";
import { readLines } from "../../src/formats/read-lines.ts";
import { chunked, cutAt } from "../chunked.ts";

async function linesOf(chunks: readonly (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(chunked(chunks), "a")) {
    lines.push(Buffer.from(line).toString("latin1"));
  }
  return lines;
}

test("a line keeps its line feed and what stands before it", async () => {
  expect(await linesOf(["a\r\n\nb\n"])).toEqual(["a\r\n", "\n", "b\n"]);
});

test("the last line may have no line feed", async () => {
  expect(await linesOf(["a\nb"])).toEqual(["a\n", "b"]);
});

test("an empty stream has no line", async () => {
  expect(await linesOf([])).toEqual([]);
  expect(await linesOf([""])).toEqual([]);
});

test("any chunking gives the lines of the whole", async () => {
  const bytes = fc
    .uint8Array({ maxLength: 60 })
    .map((values) => values.map((value) => (value < 60 ? 10 : value)));
  await fc.assert(
    fc.asyncProperty(bytes, fc.array(fc.nat(60)), async (whole, places) => {
      expect(await linesOf(cutAt(whole, places))).toEqual(await linesOf([whole]));
    }),
  );
});

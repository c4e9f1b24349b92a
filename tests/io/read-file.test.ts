import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { collectBytes } from "../../src/formats/whole-file.ts";
import { readChunks } from "../../src/io/read-file.ts";
import { test } from "../scratch.ts";

async function readText(path: string | URL): Promise<string> {
  return Buffer.from(await collectBytes(readChunks(path), "a")).toString();
}

test("reads a file by path and by URL", async ({ scratch }) => {
  const path = await scratch.write("a b.txt", "hello");
  expect(await readText(path)).toBe("hello");
  expect(await readText(pathToFileURL(path))).toBe("hello");
});

test("unpacks a .gz, even one of several members", async ({ scratch }) => {
  const path = await scratch.write(
    "a.jsonl.GZ",
    Buffer.concat([gzipSync("one\n"), gzipSync("two\n")]),
  );
  expect(await readText(path)).toBe("one\ntwo\n");
});

test("names a file that does not exist", async ({ scratch }) => {
  const path = scratch.at("none.txt");
  await expect(readText(path)).rejects.toMatchObject({
    code: "ERR_INPUT_MISSING",
    message: `${path}: no such file`,
  });
});

test("says so when the path is a folder", async ({ scratch }) => {
  await expect(readText(scratch.at("."))).rejects.toMatchObject({
    code: "ERR_INPUT_READ",
    message: expect.stringContaining("illegal operation on a directory"),
  });
});

test("a truncated .gz is an error, not an end", async ({ scratch }) => {
  const whole = gzipSync("a line that is long enough\n".repeat(100));
  const path = await scratch.write("a.gz", whole.subarray(0, -10));
  await expect(readText(path)).rejects.toMatchObject({
    code: "ERR_INPUT_READ",
    message: `${path}: cannot be read: the gzip data end too early`,
  });
});

test("a .gz that is none is an error", async ({ scratch }) => {
  const path = await scratch.write("a.gz", "plain text");
  await expect(readText(path)).rejects.toMatchObject({
    code: "ERR_INPUT_READ",
    message: `${path}: cannot be read: incorrect header check`,
  });
});

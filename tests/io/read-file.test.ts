import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { collectBytes } from "../../src/formats/whole-file.ts";
import { readChunks, readHead } from "../../src/io/read-file.ts";
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
    message: `${path}: cannot be read: the gzip data end too early (behind byte ${whole.length - 10} of the packed file)`,
  });
});

test("a .gz that is none is an error", async ({ scratch }) => {
  const path = await scratch.write("a.gz", "plain text");
  await expect(readText(path)).rejects.toMatchObject({
    code: "ERR_INPUT_READ",
    message: `${path}: cannot be read: the gzip data are damaged (behind byte 0 of the packed file)`,
  });
});

test("a .gz with something else behind its members is an error", async ({ scratch }) => {
  const member = gzipSync("news");
  const path = await scratch.write("a.gz", Buffer.concat([member, member, Buffer.from("more")]));
  await expect(readText(path)).rejects.toThrow("the gzip data are damaged");
});

test("a .gz may be filled up with zeros, but not go on behind them", async ({ scratch }) => {
  const member = gzipSync("news");
  const filled = await scratch.write("a.gz", Buffer.concat([member, Buffer.alloc(600_000)]));
  expect(await readText(filled)).toBe("news");
  const hidden = await scratch.write("b.gz", Buffer.concat([member, Buffer.alloc(10), member]));
  await expect(readText(hidden)).rejects.toThrow(
    `the gzip data are followed by something else (at byte ${member.length} of the packed file)`,
  );
});

test("what stands before the fault of a .gz is read", async ({ scratch }) => {
  const text = "a line that is long enough\n".repeat(50_000);
  const path = await scratch.write("a.gz", gzipSync(text).subarray(0, -10));
  let read = "";
  await expect(async () => {
    for await (const chunk of readChunks(path)) read += Buffer.from(chunk).toString();
  }).rejects.toThrow("end too early");
  expect(text.startsWith(read)).toBe(true);
  expect(read.length).toBeGreaterThan(0);
});

test("half a gigabyte of zeros is unpacked chunk by chunk", async ({ scratch }) => {
  const member = gzipSync(Buffer.alloc(16 * 1024 * 1024));
  const path = await scratch.write("a.gz", Buffer.concat(Array<Buffer>(32).fill(member)));
  let sizeBytes = 0;
  let largestBytes = 0;
  for await (const chunk of readChunks(path)) {
    sizeBytes += chunk.length;
    largestBytes = Math.max(largestBytes, chunk.length);
  }
  expect(sizeBytes).toBe(512 * 1024 * 1024);
  expect(largestBytes).toBeLessThanOrEqual(256 * 1024);
});

test("reads from an offset of what is unpacked", async ({ scratch }) => {
  const path = await scratch.write("a.gz", gzipSync("one\ntwo\n"));
  const chunks = readChunks(path, 4);
  expect(Buffer.from(await collectBytes(chunks, "a")).toString()).toBe("two\n");
});

test("reads the head of a file, packed or not, and none of what cannot be read", async ({
  scratch,
}) => {
  const plain = await scratch.write("a.txt", "news");
  const packed = await scratch.write("a.gz", gzipSync("news"));
  const heads = [plain, packed, scratch.at("none.txt"), scratch.at(".")].map(async (path) =>
    Buffer.from(await readHead(path, 2)).toString(),
  );
  expect(await Promise.all(heads)).toEqual(["ne", "ne", "", ""]);
});

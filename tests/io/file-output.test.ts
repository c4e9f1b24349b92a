import { execFileSync } from "node:child_process";
import { chmod, mkdir, open, stat, symlink } from "node:fs/promises";
import { expect } from "vitest";
import { openFileOutput, renameOutput } from "../../src/io/file-output.ts";
import { isResumable } from "../../src/io/output.ts";
import { test } from "../scratch.ts";

test("a file has its name only when it is complete", async ({ scratch }) => {
  const output = await openFileOutput(scratch.at("a.txt"));
  await output.write("one\n");
  expect(await scratch.list()).toEqual([expect.stringMatching(/^\.tapis-.+\.part$/)]);
  await output.write(Buffer.from("two\n"));
  await output.commit();
  expect(await scratch.list()).toEqual(["a.txt"]);
  expect(await scratch.read("a.txt")).toBe("one\ntwo\n");
});

test("folders that are missing are made", async ({ scratch }) => {
  const output = await openFileOutput(scratch.at("x/y/a.txt"));
  await output.commit();
  expect(await scratch.list()).toEqual(["x/y/a.txt"]);
});

test("what is discarded leaves nothing, and the old file as it was", async ({ scratch }) => {
  await scratch.write("a.txt", "old");
  const output = await openFileOutput(scratch.at("a.txt"));
  await output.write("new".repeat(200_000));
  await output.discard();
  expect(await scratch.list()).toEqual(["a.txt"]);
  expect(await scratch.read("a.txt")).toBe("old");
});

test("discarding after the commit does nothing", async ({ scratch }) => {
  const output = await openFileOutput(scratch.at("a.txt"));
  await output.write("new");
  await output.commit();
  await output.discard();
  expect(await scratch.read("a.txt")).toBe("new");
});

test("writes large content whole and in order", async ({ scratch }) => {
  const output = await openFileOutput(scratch.at("a.txt"));
  const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index} ${"é".repeat(20)}\n`);
  for (const line of lines) await output.write(line);
  await output.commit();
  expect(await scratch.read("a.txt")).toBe(lines.join(""));
});

test("a file that is replaced hands on its permissions", async ({ scratch }) => {
  const path = await scratch.write("a.txt", "old");
  await chmod(path, 0o666);
  const output = await openFileOutput(path);
  await output.commit();
  expect((await stat(path)).mode & 0o777).toBe(0o666);
});

test("a link stays a link and its file is replaced", async ({ scratch }) => {
  await scratch.write("real/a.txt", "old");
  await symlink(scratch.at("real/a.txt"), scratch.at("link.txt"));
  const output = await openFileOutput(scratch.at("link.txt"));
  await output.write("new");
  await output.commit();
  expect(await scratch.read("real/a.txt")).toBe("new");
});

test("a named pipe is written to and stays", async ({ scratch }) => {
  execFileSync("mkfifo", [scratch.at("pipe")]);
  // Opened for both, a pipe does not wait for its other end.
  const reader = await open(scratch.at("pipe"), "r+");
  const output = await openFileOutput(scratch.at("pipe"));
  await output.write("new");
  await output.commit();
  expect((await reader.read(Buffer.alloc(10))).buffer.toString("utf8", 0, 3)).toBe("new");
  await reader.close();
  expect((await stat(scratch.at("pipe"))).isFIFO()).toBe(true);
});

test("a link to nothing is replaced by the file", async ({ scratch }) => {
  await symlink(scratch.at("real.txt"), scratch.at("link.txt"));
  const output = await openFileOutput(scratch.at("link.txt"));
  await output.write("new");
  await output.commit();
  expect(await scratch.read("link.txt")).toBe("new");
});

test("names the file when its folder cannot be made", async ({ scratch }) => {
  await scratch.write("file", "");
  const path = scratch.at("file/a.txt");
  await expect(openFileOutput(path)).rejects.toMatchObject({
    code: "ERR_OUTPUT_WRITE",
    message: expect.stringContaining(`${path}: cannot be written: `),
  });
});

test("a commit that fails can still be discarded", async ({ scratch }) => {
  const output = await openFileOutput(scratch.at("a"));
  await mkdir(scratch.at("a/b"), { recursive: true });
  await expect(output.commit()).rejects.toMatchObject({ code: "ERR_OUTPUT_WRITE" });
  await output.discard();
  expect(await scratch.list()).toEqual([]);
});

test("a folder is never replaced by a file", async ({ scratch }) => {
  await mkdir(scratch.at("a.txt"));
  await expect(openFileOutput(scratch.at("a.txt"))).rejects.toMatchObject({
    code: "ERR_OUTPUT_WRITE",
    message: expect.stringContaining("there is a folder of that name"),
  });
});

test("what is replaced stays under its second name", async ({ scratch }) => {
  const path = await scratch.write("a.txt", "old");
  const output = await openFileOutput(path, { backup: scratch.at("a.txt.bak") });
  await output.write("new");
  await output.commit();
  expect(await scratch.read("a.txt")).toBe("new");
  expect(await scratch.read("a.txt.bak")).toBe("old");
});

test("one can go on with a file that was left", async ({ scratch }) => {
  const options = { temporaryName: ".half.part" };
  const output = await openFileOutput(scratch.at("a.txt"), options);
  await output.write("one\ntwo\n");
  if (!isResumable(output)) throw new Error("a file can be left");
  expect(output.sizeBytes).toBe(8);
  await output.suspend();
  await output.discard();
  expect(await scratch.list()).toEqual([".half.part"]);
  const next = await openFileOutput(scratch.at("a.txt"), { ...options, resumeAt: 4 });
  await next.write("three\n");
  await next.commit();
  expect(await scratch.list()).toEqual(["a.txt"]);
  expect(await scratch.read("a.txt")).toBe("one\nthree\n");
});

test("one cannot go on where less was written", async ({ scratch }) => {
  await scratch.write(".half.part", "one");
  const options = { temporaryName: ".half.part", resumeAt: 4 };
  await expect(openFileOutput(scratch.at("a.txt"), options)).rejects.toMatchObject({
    code: "ERR_OUTPUT_WRITE",
    message: expect.stringContaining("its temporary file has 3 bytes where 4 were written"),
  });
});

test("before a file gets its name, everything is on the disk", async ({ scratch }) => {
  const seen: unknown[] = [];
  const output = await openFileOutput(scratch.at("a.txt"), {
    temporaryName: ".half.part",
    beforeRename: async (renaming) => {
      seen.push(renaming, await scratch.read(".half.part"));
    },
  });
  await output.write("all");
  await output.commit();
  const renaming = {
    temporary: scratch.at(".half.part"),
    target: scratch.at("a.txt"),
    backup: null,
  };
  expect(seen).toEqual([renaming, "all"]);
});

test("giving a file its name twice does no harm", async ({ scratch }) => {
  const target = await scratch.write("a.txt", "old");
  const temporary = await scratch.write(".half.part", "new");
  const renaming = { temporary, target, backup: scratch.at("a.txt.bak") };
  renameOutput(renaming);
  renameOutput(renaming);
  expect(await scratch.read("a.txt")).toBe("new");
  expect(await scratch.read("a.txt.bak")).toBe("old");
});

import { expect } from "vitest";
import { writeWholeFile } from "../../src/io/write-file.ts";
import { test } from "../scratch.ts";

test("writes text or bytes, with the folders they need", async ({ scratch }) => {
  await writeWholeFile(scratch.at("a/b.txt"), "satu");
  await writeWholeFile(scratch.at("a/b.txt"), Buffer.from("dua"));
  expect(await scratch.read("a/b.txt")).toBe("dua");
  expect(await scratch.list()).toEqual(["a/b.txt"]);
});

test("leaves nothing behind where it cannot write", async ({ scratch }) => {
  await scratch.write("a/b.txt", "");
  await expect(writeWholeFile(scratch.at("a"), "x")).rejects.toMatchObject({
    code: "ERR_OUTPUT_WRITE",
  });
  expect(await scratch.list()).toEqual(["a/b.txt"]);
});

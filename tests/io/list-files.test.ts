import { expect } from "vitest";
import { listFiles } from "../../src/io/list-files.ts";
import { test } from "../scratch.ts";

test("lists the files of an ending by name", async ({ scratch }) => {
  await scratch.write("d/b.txt", "");
  await scratch.write("d/B.txt", "");
  await scratch.write("d/a.txt", "");
  await scratch.write("d/a.txt.bak", "");
  const names = ["B.txt", "a.txt", "b.txt"];
  expect(await listFiles(scratch.at("d"), ".txt")).toEqual(
    names.map((name) => scratch.at(`d/${name}`)),
  );
});

test("names a folder that is not there, and one that holds no such file", async ({ scratch }) => {
  await scratch.write("d/a.md", "");
  await expect(listFiles(scratch.at("none"), ".txt")).rejects.toMatchObject({
    code: "ERR_INPUT_MISSING",
    message: `${scratch.at("none")}: cannot be read: no such file or directory`,
  });
  await expect(listFiles(scratch.at("d"), ".txt")).rejects.toMatchObject({
    code: "ERR_INPUT_MISSING",
    message: `${scratch.at("d")}: holds no file that ends in .txt`,
  });
});

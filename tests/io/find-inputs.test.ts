import { symlink } from "node:fs/promises";
import { describe, expect } from "vitest";
import { findInputs, mirrorPath } from "../../src/io/find-inputs.ts";
import { type Scratch, test } from "../scratch.ts";

const EXTENSIONS = [".txt", ".jsonl"];

async function find(scratch: Scratch, args: readonly string[], out?: string) {
  const { paths, base } = await findInputs(
    args.map((arg) => scratch.at(arg)),
    { extensions: EXTENSIONS, leaveOut: out === undefined ? undefined : scratch.at(out) },
  );
  const short = (path: string): string => path.slice(scratch.at("").length + 1);
  return { paths: paths.map(short), base: short(base) };
}

async function writeAll(scratch: Scratch, names: readonly string[]): Promise<void> {
  for (const name of names) await scratch.write(name, "");
}

describe("finding", () => {
  test("takes a file as it is, whatever its name ends in", async ({ scratch }) => {
    await writeAll(scratch, ["a/b.log"]);
    expect(await find(scratch, ["a/b.log"])).toEqual({ paths: ["a/b.log"], base: "a" });
  });

  test("searches a folder to the bottom, by name, without hidden and other files", async ({
    scratch,
  }) => {
    await writeAll(scratch, ["n/b.txt", "n/a/z.JSONL", "n/a/y.html", "n/.h.txt", "n/.git/x.txt"]);
    expect(await find(scratch, ["n"])).toEqual({ paths: ["n/a/z.JSONL", "n/b.txt"], base: "n" });
  });

  test("expands globs, whose fixed part is the base", async ({ scratch }) => {
    await writeAll(scratch, ["n/a/1.txt", "n/b/2.txt", "n/b/3.jsonl"]);
    expect(await find(scratch, ["n/**/*.txt"])).toEqual({
      paths: ["n/a/1.txt", "n/b/2.txt"],
      base: "n",
    });
  });

  test("takes a path that exists even if it looks like a glob", async ({ scratch }) => {
    await writeAll(scratch, ["[1].txt", "1.txt"]);
    expect((await find(scratch, ["[1].txt"])).paths).toEqual(["[1].txt"]);
  });

  test("searches a folder whose name looks like a glob", async ({ scratch }) => {
    await writeAll(scratch, ["(x) [1]/a.txt", "x1/b.txt"]);
    expect((await find(scratch, ["(x) [1]"])).paths).toEqual(["(x) [1]/a.txt"]);
  });

  test("takes each file once, and the common folder for the base", async ({ scratch }) => {
    await writeAll(scratch, ["n/a/1.txt", "n/b/2.txt"]);
    expect(await find(scratch, ["n/b/2.txt", "n/b", "n/a/1.txt"])).toEqual({
      paths: ["n/b/2.txt", "n/a/1.txt"],
      base: "n",
    });
  });

  test("leaves out the folder that the outputs go to", async ({ scratch }) => {
    await writeAll(scratch, ["n/1.txt", "n/out/1.txt", "n/outer.txt"]);
    expect((await find(scratch, ["n"], "n/out")).paths).toEqual(["n/1.txt", "n/outer.txt"]);
  });

  test("does not follow links inside a folder, and so ends", async ({ scratch }) => {
    await writeAll(scratch, ["n/1.txt"]);
    await symlink(scratch.at("n"), scratch.at("n/loop"));
    expect((await find(scratch, ["n"])).paths).toEqual(["n/1.txt"]);
  });
});

test.for([
  ["none.txt", "none.txt: no such file or folder"],
  ["*.txt", "*.txt: no file matches"],
  [".", ": no file in this folder ends in .txt, .jsonl"],
] as const)("names an argument that leads to no file: %s", async ([arg, message], { scratch }) => {
  await expect(find(scratch, [arg])).rejects.toMatchObject({
    code: "ERR_INPUT_MISSING",
    message: expect.stringContaining(message),
  });
});

test("mirrors the tree below the base", () => {
  const places = { base: "/n", folder: "/out" };
  expect(mirrorPath("/n/a/1.txt", places)).toBe("/out/a/1.txt");
});

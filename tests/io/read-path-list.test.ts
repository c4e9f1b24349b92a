import { describe, expect, test } from "vitest";
import { readPathList } from "../../src/io/read-path-list.ts";
import { chunked } from "../chunked.ts";

describe("the paths in a list", () => {
  test.for([
    ["stand one a line", "a.txt\nb c.txt\n"],
    ["may end their lines with CR LF", "a.txt\r\nb c.txt"],
    ["may have empty lines between them", "\na.txt\n\n\nb c.txt\n"],
    ["may have a NUL behind each", "a.txt\0b c.txt\0"],
  ] as const)("%s", async ([, list]) => {
    expect(await readPathList(chunked([list]), "list")).toEqual(["a.txt", "b c.txt"]);
  });

  test("may have line feeds in them when NULs stand between", async () => {
    expect(await readPathList(chunked(["a\nb.txt", "\0c.txt"]), "list")).toEqual([
      "a\nb.txt",
      "c.txt",
    ]);
  });

  test("must be UTF-8", async () => {
    const list = chunked(["a.txt\n", Buffer.of(0xff), "\nb.txt\n"]);
    await expect(readPathList(list, "list")).rejects.toMatchObject({
      code: "ERR_INPUT_ENCODING",
      message: "list: path 2 is not UTF-8",
    });
  });
});

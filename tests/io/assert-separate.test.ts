import { symlink } from "node:fs/promises";
import { expect } from "vitest";
import { assertSeparate } from "../../src/io/assert-separate.ts";
import { test } from "../scratch.ts";

test("lets files be that are all different, even where the folders do not exist", async ({
  scratch,
}) => {
  const inputs = [scratch.at("in/a"), scratch.at("in/b")];
  const outputs = [scratch.at("out/a"), scratch.at("out/b")];
  await expect(assertSeparate({ inputs, outputs })).resolves.toBeUndefined();
});

test("refuses two outputs in one file", async ({ scratch }) => {
  const outputs = [scratch.at("out/a"), scratch.at("out/x/../a")];
  await expect(assertSeparate({ inputs: [], outputs })).rejects.toMatchObject({
    code: "ERR_OUTPUT_CONFLICT",
    message: expect.stringContaining("is already an output of this run"),
  });
});

test("refuses an output that is an input by another name", async ({ scratch }) => {
  const input = await scratch.write("in/a", "");
  await symlink(scratch.at("in"), scratch.at("out"));
  await expect(
    assertSeparate({ inputs: [input], outputs: [scratch.at("out/a")] }),
  ).rejects.toMatchObject({
    code: "ERR_OUTPUT_CONFLICT",
    message: `${scratch.at("out/a")}: is an input of this run and would be overwritten`,
  });
});

test("sees that a new file would be behind a link", async ({ scratch }) => {
  await scratch.write("real/x", "");
  await symlink(scratch.at("real"), scratch.at("link"));
  const outputs = [scratch.at("real/new/a"), scratch.at("link/new/a")];
  await expect(assertSeparate({ inputs: [], outputs })).rejects.toThrow("already an output");
});

import { expect, test } from "vitest";
import { applyEdits, type Edit } from "../../src/pipeline/block-edits.ts";

function edit(start: number, end: number, content: string): Edit {
  return { start, end, bytes: Buffer.from(content) };
}

test("edits replace their parts and leave the rest", () => {
  const edited = applyEdits(Buffer.from("abcdef"), [edit(0, 1, ""), edit(3, 5, "XYZ")]);
  expect(Buffer.from(edited).toString()).toBe("bcXYZf");
});

test("without an edit the bytes themselves come back", () => {
  const bytes = Buffer.from("abc");
  expect(applyEdits(bytes, [])).toBe(bytes);
});

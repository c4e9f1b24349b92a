import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, type Edit, editsMade } from "../../src/pipeline/block-edits.ts";

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

test("what is the same at either end of an edit is left aside", () => {
  const bytes = Buffer.from('{"text":"news slot","n":1}');
  const made = editsMade(bytes, [edit(0, bytes.length, '{"text":"news","n":1}')]);
  expect(made).toEqual([{ at: 13, length: 0, was: new Uint8Array(Buffer.from(" slot")) }]);
});

test("undoing the edits gives the bytes again", () => {
  const piece = fc.uint8Array({ maxLength: 6, max: 3 });
  const pieces = fc.array(fc.record({ kept: piece, before: piece, after: piece }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(pieces, piece, (edits, rest) => {
      const bytes = Buffer.concat([...edits.flatMap(({ kept, before }) => [kept, before]), rest]);
      let at = 0;
      const placed = edits.map(({ kept, before, after }) => {
        const start = at + kept.length;
        at = start + before.length;
        return { start, end: at, bytes: after };
      });
      const edited = applyEdits(bytes, placed);
      let undone = Buffer.alloc(0);
      let from = 0;
      for (const { at: place, length, was } of editsMade(bytes, placed)) {
        undone = Buffer.concat([undone, edited.subarray(from, place), was]);
        from = place + length;
      }
      expect(Buffer.concat([undone, edited.subarray(from)]).equals(bytes)).toBe(true);
    }),
  );
});

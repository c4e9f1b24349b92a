import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, type Edit, listChanges } from "../../src/pipeline/block-edits.ts";

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

test("a change lists what an edit took away, and no more", () => {
  const bytes = Buffer.from('{"text":"café\\nslot","n":1}');
  const [change] = listChanges(bytes, [edit(0, bytes.length, '{"text":"café","n":1}')]);
  expect(change).toMatchObject({ at: 14, length: 0 });
  expect(Buffer.from(change?.was ?? []).toString()).toBe("\\nslot");
});

test("a character is not divided", () => {
  // Both end in the byte A9.
  const [change] = listChanges(Buffer.from("é"), [edit(0, 2, "驩")]);
  expect(Buffer.from(change?.was ?? []).toString()).toBe("é");
});

test("changes undo edits, whatever they are", () => {
  const run = fc.string({ unit: fc.constantFrom("a", "b", "é", "€") });
  const parts = fc.array(fc.tuple(run, run, run));
  fc.assert(
    fc.property(parts, (list) => {
      const edits: Edit[] = [];
      let text = "";
      for (const [kept, was, now] of list) {
        const start = Buffer.byteLength(text + kept);
        edits.push(edit(start, start + Buffer.byteLength(was), now));
        text += kept + was;
      }
      const bytes = Buffer.from(text);
      const undone = listChanges(bytes, edits).map(({ at, length, was }) => ({
        start: at,
        end: at + length,
        bytes: was,
      }));
      expect(Buffer.from(applyEdits(applyEdits(bytes, edits), undone)).toString()).toBe(text);
    }),
  );
});

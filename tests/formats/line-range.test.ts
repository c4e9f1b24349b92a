import fc from "fast-check";
import { expect, test } from "vitest";
import { findRangeHead, rangeOfShare, takeRange } from "../../src/formats/line-range.ts";
import { chunked, cutAt } from "../chunked.ts";

async function readShare(bytes: Buffer, index: number, count: number, places: readonly number[]) {
  const range = rangeOfShare(bytes.length, { index, count });
  const head = await findRangeHead(chunked(cutAt(bytes, places)), range);
  const rest = chunked(cutAt(bytes.subarray(head.offset), places));
  const taken: Uint8Array[] = [];
  for await (const chunk of takeRange(rest, { offset: head.offset, end: range.end }))
    taken.push(chunk);
  return { ...head, text: Buffer.concat(taken).toString() };
}

test("a line belongs to the share that its first byte is in", async () => {
  const bytes = Buffer.from("aaa\nb\ncccc\n");
  expect(await readShare(bytes, 0, 2, [])).toEqual({ offset: 0, line: 1, text: "aaa\nb\n" });
  expect(await readShare(bytes, 1, 2, [])).toEqual({ offset: 6, line: 3, text: "cccc\n" });
});

test("shares one behind the other are the file, in whole lines", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "é") });
  const places = fc.array(fc.nat(40));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), places, async (content, count, cuts) => {
      const bytes = Buffer.from(content);
      let whole = "";
      for (let index = 0; index < count; index += 1) {
        const share = await readShare(bytes, index, count, cuts);
        expect(whole === "" || whole.endsWith("\n") || share.text === "").toBe(true);
        expect(share.text === "" || share.line === whole.split("\n").length).toBe(true);
        whole += share.text;
      }
      expect(whole).toBe(content);
    }),
  );
});

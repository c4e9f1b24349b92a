import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Output } from "../../src/io/output.ts";
import { packingOutput } from "../../src/io/packing-output.ts";

/** An output that keeps its bytes. */
function createByteOutput(write: (bytes: Uint8Array) => Promise<void> = async () => {}) {
  const written: Buffer[] = [];
  const ends: string[] = [];
  const output: Output = {
    async write(content) {
      await write(Buffer.from(content));
      written.push(Buffer.from(content));
    },
    commit: async () => void ends.push("commit"),
    discard: async () => void ends.push("discard"),
  };
  return { output, ends, bytes: () => Buffer.concat(written) };
}

async function pack(writes: readonly Uint8Array[]): Promise<Buffer> {
  const { output, bytes } = createByteOutput();
  const packing = packingOutput(output, "a.txt.GZ");
  for (const content of writes) await packing.write(content);
  await packing.commit();
  return bytes();
}

test("what is packed is unpacked again, however it was cut into writes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 })), async (writes) => {
      const whole = Buffer.concat(writes);
      const packed = await pack(writes);
      expect(gunzipSync(packed).equals(whole)).toBe(true);
      expect(packed.equals(await pack([whole]))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("a file of another name is not packed", () => {
  const { output } = createByteOutput();
  expect(packingOutput(output, "a.gz.txt")).toBe(output);
});

test("much is packed with writes that wait", async () => {
  const line = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));
  const packed = await pack(Array<Buffer>(20).fill(line));
  expect(gunzipSync(packed).equals(Buffer.concat(Array<Buffer>(20).fill(line)))).toBe(true);
});

test("what is discarded is discarded below", async () => {
  const { output, ends } = createByteOutput();
  const packing = packingOutput(output, "a.gz");
  await packing.write("news");
  await packing.discard();
  expect(ends).toEqual(["discard"]);
});

test("a write that the output below refuses is told", async () => {
  const { output } = createByteOutput(async () => {
    throw new Error("the disk is full");
  });
  const packing = packingOutput(output, "a.gz");
  await packing.write("news");
  await expect(packing.commit()).rejects.toThrow("the disk is full");
  await packing.discard();
});

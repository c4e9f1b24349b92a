import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { collectBytes } from "../../src/formats/whole-file.ts";
import { openFileOutput } from "../../src/io/file-output.ts";
import { packingOutput } from "../../src/io/packing-output.ts";
import { readChunks } from "../../src/io/read-file.ts";
import { cutAt } from "../chunked.ts";
import { test } from "../scratch.ts";

const FOLDER = new URL("./files/", import.meta.url);
const LINES = Array.from(
  { length: 20_000 },
  (_, index) => `The council met for the time number ${index + 1}\n`,
).join("");

async function read(path: string | URL): Promise<Buffer> {
  return Buffer.from(await collectBytes(readChunks(path), "a"));
}

test.for(["lines.txt.zst", "frames.txt.zst"])("reads %s, which zstd wrote", async (name) => {
  expect((await read(new URL(name, FOLDER))).toString()).toBe(LINES);
});

describe("a file that is damaged", () => {
  const whole = readFileSync(new URL("lines.txt.zst", FOLDER));

  test.for([
    ["cut off", whole.subarray(0, -20)],
    ["cut off in its header", whole.subarray(0, 3)],
    ["of another kind", Buffer.from("plain text, and enough of it")],
    ["followed by something else", Buffer.concat([whole, Buffer.from("plain text, and more")])],
  ] as const)("is an error when it is %s", async ([, bytes], { scratch }) => {
    const path = await scratch.write("a.zst", bytes);
    await expect(read(path)).rejects.toMatchObject({
      code: "ERR_INPUT_READ",
      message: expect.stringContaining(
        `${path}: cannot be read: the zstd data are damaged or end too early`,
      ),
    });
  });
});

test("what is written is read again, however it was cut into writes", async ({ scratch }) => {
  const write = async (name: string, writes: readonly Uint8Array[]): Promise<string> => {
    const path = scratch.at(name);
    const output = packingOutput(await openFileOutput(path), path);
    for (const bytes of writes) await output.write(bytes);
    await output.commit();
    return path;
  };
  const long = Buffer.from(LINES.repeat(3));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(long.length)), fc.nat(long.length), async (places, size) => {
      const bytes = long.subarray(0, size);
      const path = await write("a.zst", cutAt(bytes, places));
      expect((await read(path)).equals(bytes)).toBe(true);
      const whole = await write("b.zst", [bytes]);
      expect(readFileSync(path).equals(readFileSync(whole))).toBe(true);
    }),
    { numRuns: 10 },
  );
});

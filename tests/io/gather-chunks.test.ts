import { expect, test, vi } from "vitest";
import { gatherChunks } from "../../src/io/gather-chunks.ts";
import { chunked } from "../chunked.ts";
import { defer } from "../deferred.ts";

const KB = 1024;

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const gathered: Uint8Array[] = [];
  for await (const chunk of gatherChunks(chunks)) gathered.push(chunk);
  return gathered;
}

test("small chunks become large ones, and no byte is lost", async () => {
  const chunks = Array.from({ length: 10 }, (_, index) => new Uint8Array(64 * KB).fill(index));
  const gathered = await gather(chunked(chunks));
  expect(gathered.map((chunk) => chunk.length / KB)).toEqual([256, 256, 128]);
  expect(Buffer.concat(gathered).equals(Buffer.concat(chunks))).toBe(true);
});

test("a large chunk comes as it is", async () => {
  const large = new Uint8Array(300 * KB);
  expect((await gather(chunked([large])))[0]).toBe(large);
});

test("nothing comes of nothing", async () => {
  expect(await gather(chunked([]))).toEqual([]);
  expect(await gather(chunked(["", ""]))).toEqual([]);
});

test("what is there does not wait for what comes late", async () => {
  const release = defer();
  async function* halting(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("a");
    await release.promise;
    yield Buffer.from("b");
  }
  const chunks = gatherChunks(halting());
  expect((await chunks.next()).value).toEqual(Buffer.from("a"));
  release.resolve();
  expect((await chunks.next()).value).toEqual(Buffer.from("b"));
});

test("what came before a fault comes out before it", async () => {
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("a");
    throw new Error("the disk is gone");
  }
  const chunks = gatherChunks(breaking());
  expect((await chunks.next()).value).toEqual(Buffer.from("a"));
  await expect(chunks.next()).rejects.toThrow("the disk is gone");
});

test("leaving lets go of the stream, and does not wait for it", async () => {
  const letGo = vi.fn<() => void>();
  const release = defer();
  async function* halting(): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from("a");
      await release.promise;
      yield Buffer.from("b");
    } finally {
      letGo();
    }
  }
  for await (const chunk of gatherChunks(halting())) {
    expect(chunk).toHaveLength(1);
    break;
  }
  expect(letGo).not.toHaveBeenCalled();
  release.resolve();
  await vi.waitUntil(() => letGo.mock.calls.length === 1);
});

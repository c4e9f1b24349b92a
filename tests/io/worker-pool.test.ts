import { expect } from "vitest";
import { countProcessors, openWorkerPool } from "../../src/io/worker-pool.ts";
import { test } from "../scratch.ts";

test("workers take buffers that are moved to them", async ({ scratch }) => {
  await scratch.write("worker.mjs", "export const sum = (bytes) => bytes[0] + bytes[1];");
  const options = { url: scratch.url("worker.mjs"), exportName: "sum", count: 2 };
  const pool = await openWorkerPool<Uint8Array, number>(options);
  const bytes = Uint8Array.of(1, 2);
  expect(await pool.run(bytes, [bytes.buffer])).toBe(3);
  expect(bytes).toHaveLength(0);
  await pool.close();
});

test.for([
  { how: "leaves", code: "process.exit(3)", message: "worker exited with code: 3" },
  {
    how: "throws where nobody catches",
    code: 'new Promise(() => setImmediate(() => { throw new Error("lost"); }))',
    message: "lost",
  },
])(
  "the task of a worker that $how fails, and the next is done by another",
  async ({ code, message }, { scratch }) => {
    await scratch.write("worker.mjs", `export const work = (task) => task || ${code};`);
    const options = { url: scratch.url("worker.mjs"), exportName: "work", count: 1 };
    const pool = await openWorkerPool<number, number>(options);
    await expect(pool.run(0, [])).rejects.toThrow(message);
    expect(await pool.run(7, [])).toBe(7);
    await pool.close();
  },
);

test("a module that is not there fails the task", async ({ scratch }) => {
  const options = { url: scratch.url("no.mjs"), exportName: "work", count: 1 };
  const pool = await openWorkerPool<number, number>(options);
  await expect(pool.run(0, [])).rejects.toThrow("no.mjs");
  await pool.close();
});

test("closing fails what is not done yet", async ({ scratch }) => {
  await scratch.write("worker.mjs", "export const work = () => new Promise(() => {});");
  const options = { url: scratch.url("worker.mjs"), exportName: "work", count: 1 };
  const pool = await openWorkerPool<number, number>(options);
  const tasks = [pool.run(1, []), pool.run(2, [])];
  const settled = Promise.allSettled(tasks);
  await pool.close();
  expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("there is a processor", () => {
  expect(countProcessors()).toBeGreaterThanOrEqual(1);
});

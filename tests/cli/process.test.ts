import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { expect, vi } from "vitest";
import { test } from "../scratch.ts";

/** What `npm run build` makes. */
const MAIN = "dist/bin/tapis.js";

const RECORD = `${JSON.stringify({ text: "Harga beras naik di pasar induk pekan ini." })}\n`;

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [MAIN, ...args]);
  // A process that ends early closes the pipe that a test still writes to.
  child.stdin.on("error", () => {});
  return child;
}

test("the command can be run by its name", async () => {
  expect(await readFile(MAIN, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test("a process cleans with the bundled model and ends with 0", async () => {
  const child = start("clean", "--format", "jsonl");
  child.stdin.end(RECORD);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  expect({ stdout, exitCode }).toEqual({ stdout: RECORD, exitCode: 0 });
  expect(stderr).toBe("tapis: 1 document, 1 paragraph, 0 cut\n");
});

test("a process that cannot run ends with 2 and no stack trace", async () => {
  const child = start("clean", "no-such-file.txt");
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect({ stderr, exitCode }).toEqual({
    stderr: "tapis: no-such-file.txt: no such file or folder\n",
    exitCode: 2,
  });
});

test("a process answers to what there is while its input stays open", async () => {
  const child = start("clean", "--format", "jsonl");
  for (let count = 0; count < 2; count += 1) {
    child.stdin.write(RECORD);
    const [answer] = await once(child.stdout, "data");
    expect(String(answer)).toBe(RECORD);
  }
  child.stdin.end();
  await once(child, "close");
});

test("a process whose reader goes ends without a word", async () => {
  const child = start("clean", "--format", "jsonl");
  child.stdin.end(RECORD.repeat(20_000));
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
});

test("a killed process leaves nothing under the real name", async ({ scratch }) => {
  const pipe = scratch.at("in.jsonl");
  execFileSync("mkfifo", [pipe]);
  const child = start("clean", pipe, "--out", scratch.at("out"));
  // Opened for both, a pipe does not wait for its reader.
  const writer = await open(pipe, "r+");
  await writer.writeFile(RECORD.repeat(100));
  await vi.waitUntil(async () => (await scratch.list()).some((name) => name.endsWith(".part")), {
    timeout: 20_000,
  });
  child.kill("SIGKILL");
  await once(child, "close");
  await writer.close();
  expect(await scratch.list()).toEqual([
    "in.jsonl",
    expect.stringMatching(/^out\/\.tapis-.+\.part$/),
    "out/.tapis-ledger.jsonl",
  ]);
}, 30_000);

import { rm } from "node:fs/promises";
import { expect } from "vitest";
import { type Scratch, test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

/** Twenty files, some with spam, one of them that cannot be read. */
async function writeInputs(scratch: Scratch): Promise<void> {
  for (let number = 10; number < 30; number += 1) {
    const content = number % 3 === 0 ? `news ${number}\nslot\n` : `news ${number}\n`;
    await scratch.write(`in/${number}.txt`, content);
  }
  await scratch.write("in/15.txt", Buffer.of(0xff));
}

function argsOf(scratch: Scratch, ...more: string[]): string[] {
  const side = ["--removed", scratch.at("removed"), "--rejects", scratch.at("rejects")];
  return ["clean", scratch.at("in"), "--out", scratch.at("out"), ...side, ...more];
}

/** All files that are left, with what is in them; the ledger tells of times, and of a name of the run's own. */
async function contents(scratch: Scratch): Promise<Record<string, string>> {
  const names = (await scratch.list()).filter((name) => !name.includes("ledger"));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await scratch.read(name)] as const)),
  );
}

/** Cleans all, and puts everything back as it was before. */
async function cleanWhole(scratch: Scratch) {
  const result = await runCli(argsOf(scratch));
  const files = await contents(scratch);
  for (const name of ["out", "removed", "rejects"]) {
    await rm(scratch.at(name), { recursive: true });
  }
  return { result, files };
}

/** Cleans until an interrupt comes, as it would from a terminal, when the cleaner is asked for its n-th text. */
async function cleanUntil(scratch: Scratch, count: number, ...more: string[]) {
  let interrupt = (): void => {};
  let asked = 0;
  const { standInCleaner } = await import("../stand-in-cleaner.ts");
  return runCli(argsOf(scratch, ...more), {
    onInterrupt: (listen) => {
      interrupt = listen;
      return () => {};
    },
    loadCleaner: async () => ({
      ...standInCleaner,
      clean(text, options) {
        asked += 1;
        if (asked === count) interrupt();
        return standInCleaner.clean(text, options);
      },
    }),
  });
}

test("a run that was interrupted goes on to what an undisturbed one gives", async ({ scratch }) => {
  await writeInputs(scratch);
  const { result, files } = await cleanWhole(scratch);
  const first = await cleanUntil(scratch, 7);
  expect(first.exitCode).toBe(130);
  expect(first.stderr).toContain("with --resume goes on from here");
  const second = await cleanUntil(scratch, 4, "--resume");
  expect(second.exitCode).toBe(130);
  expect(await runCli(argsOf(scratch, "--resume"))).toEqual(result);
  expect(await contents(scratch)).toEqual(files);
});

test("a run that is through has nothing left to do", async ({ scratch }) => {
  await writeInputs(scratch);
  await runCli(argsOf(scratch));
  const files = await contents(scratch);
  const again = await runCli(argsOf(scratch, "--resume"));
  expect(again).toMatchObject({ exitCode: 0, stderr: "tapis: the run is through already\n" });
  expect(await contents(scratch)).toEqual(files);
});

test("without a ledger, --resume starts the run", async ({ scratch }) => {
  await writeInputs(scratch);
  const { result, files } = await cleanWhole(scratch);
  expect(await runCli(argsOf(scratch, "--resume"))).toEqual(result);
  expect(await contents(scratch)).toEqual(files);
});

test("a run with other options is not gone on with", async ({ scratch }) => {
  await writeInputs(scratch);
  await cleanUntil(scratch, 7);
  expect(await runCli(argsOf(scratch, "--resume", "--threshold", "0.5"))).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("belongs to a run with another threshold (none, now 0.5)"),
  });
});

test("a run over other inputs, or changed ones, is not gone on with", async ({ scratch }) => {
  await writeInputs(scratch);
  await cleanUntil(scratch, 7);
  await scratch.write("in/10.txt", "other news\n");
  expect(await runCli(argsOf(scratch, "--resume"))).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("in/10.txt: was changed since it was cleaned"),
  });
  await scratch.write("in/31.txt", "news\n");
  expect((await runCli(argsOf(scratch, "--resume"))).stderr).toContain("another set of inputs");
});

test("an interrupted stream ends at once, and cannot be gone on with", async ({ scratch }) => {
  const path = await scratch.write("a.txt", "news");
  const { exitCode, stderr } = await runCli(["clean", path], {
    onInterrupt: (listen) => {
      listen();
      return () => {};
    },
  });
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 130,
    stderr: expect.stringMatching(/interrupted\n$/),
  });
  expect(await runCli(["clean", path, "--resume"])).toMatchObject({ exitCode: 2 });
});

test("in place, what was replaced before the interrupt is not cleaned again", async ({
  scratch,
}) => {
  await scratch.write("in/a.txt", "news\nslot");
  await scratch.write("in/b.txt", "slot\nnews");
  const args = [
    "clean",
    scratch.at("in"),
    "--in-place",
    "--backup",
    ".orig",
    "--removed",
    scratch.at("cuts"),
  ];
  let interrupt = (): void => {};
  const { standInCleaner } = await import("../stand-in-cleaner.ts");
  const first = await runCli(args, {
    onInterrupt: (listen) => {
      interrupt = listen;
      return () => {};
    },
    loadCleaner: async () => ({
      ...standInCleaner,
      clean(text, options) {
        interrupt();
        return standInCleaner.clean(text, options);
      },
    }),
  });
  expect(first.exitCode).toBe(130);
  const second = await runCli([...args, "--resume"]);
  expect(second).toMatchObject({
    exitCode: 0,
    stderr: "tapis: 2 documents, 4 paragraphs, 2 cut\n",
  });
  expect(await contents(scratch)).toMatchObject({
    "in/a.txt": "news",
    "in/a.txt.orig": "news\nslot",
    "in/b.txt": "news",
    "in/b.txt.orig": "slot\nnews",
    cuts: expect.stringMatching(
      /^\{"file":\{"name":"a\.txt"[^]*"end"[^]*"name":"b\.txt"[^]*"end"[^]*\n$/,
    ),
  });
});

import { expect } from "vitest";
import { EMPTY_TALLY } from "../../src/pipeline/clean-tally.ts";
import {
  assertSameSettings,
  continueLedger,
  readLedger,
  startLedger,
} from "../../src/pipeline/ledger.ts";
import type { DoneEntry, ReachedEntry } from "../../src/pipeline/ledger-schema.ts";
import { test } from "../scratch.ts";

const SETTINGS = { threshold: 0.9, format: null, "text key": "text" };
const PROGRESS = {
  tally: { ...EMPTY_TALLY, documents: 3, cut: 1 },
  removedBytes: 7,
  rejectsBytes: 0,
};

function done(input: number): DoneEntry {
  const renaming = { temporary: "out/.x.part", target: "out/a.txt", backup: null };
  const name = `in/${input}.txt`;
  return { kind: "done", input, name, sizeBytes: 5, modifiedMs: 1.5, renaming, progress: PROGRESS };
}

function reached(input: number, offset: number): ReachedEntry {
  const start = { offset, line: 12, head: "id,text\n" };
  const outputBytes = offset - 3;
  return { kind: "reached", input, start, outputBytes, isWorthKeeping: true, progress: PROGRESS };
}

test("what a run wrote down can be read", async ({ scratch }) => {
  const path = scratch.at("ledger.jsonl");
  const ledger = await startLedger(path, SETTINGS);
  await ledger.add(reached(0, 100));
  await ledger.add(done(0));
  await ledger.add(reached(1, 200));
  await ledger.close();
  expect(await readLedger(path)).toMatchObject({
    run: ledger.run,
    settings: SETTINGS,
    done: [done(0)],
    reached: reached(1, 200),
    progress: PROGRESS,
    isThrough: false,
  });
});

test("a place reached in an input that is done counts no more", async ({ scratch }) => {
  const path = scratch.at("ledger.jsonl");
  const ledger = await startLedger(path, SETTINGS);
  for (const entry of [reached(0, 100), done(0)]) await ledger.add(entry);
  await ledger.add({ kind: "end", progress: PROGRESS });
  await ledger.close();
  expect(await readLedger(path)).toMatchObject({ reached: undefined, isThrough: true });
});

test("a line that was not finished is left aside, and written over by the run that goes on", async ({
  scratch,
}) => {
  const path = scratch.at("ledger.jsonl");
  const ledger = await startLedger(path, SETTINGS);
  await ledger.add(done(0));
  await ledger.close();
  await scratch.write("ledger.jsonl", `${await scratch.read("ledger.jsonl")}{"kind":"do`);
  const past = await readLedger(path);
  if (past === undefined) throw new Error("the first line is whole");
  expect(past.done).toHaveLength(1);
  const next = await continueLedger(path, past);
  await next.add(done(1));
  await next.close();
  expect(next.run).toBe(ledger.run);
  expect((await readLedger(path))?.done).toEqual([done(0), done(1)]);
});

test("a run that was killed before it had said what it was to do wrote nothing down", async ({
  scratch,
}) => {
  expect(
    await readLedger(await scratch.write("ledger.jsonl", '{"format":"tapis-led')),
  ).toBeUndefined();
});

test.for([
  ["a stranger's file", '{"text":"news"}\n', 1],
  ["a file that is not JSON", "news\n", 1],
  ["a line of another kind", '{"kind":"start"}\n', 2],
  ["an input out of turn", `${JSON.stringify(done(1))}\n`, 2],
  ["a negative place", `${JSON.stringify(reached(0, -1))}\n`, 2],
] as const)("%s is refused, and its line named", async ([, content, line], { scratch }) => {
  const path = scratch.at("ledger.jsonl");
  const ledger = await startLedger(path, SETTINGS);
  await ledger.close();
  const head = line === 1 ? "" : await scratch.read("ledger.jsonl");
  await scratch.write("ledger.jsonl", head + content);
  await expect(readLedger(path)).rejects.toMatchObject({
    code: "ERR_LEDGER_FORMAT",
    message: expect.stringContaining(`${path}:${line}: `),
  });
});

test("a run that was asked for something else is refused with what differs", () => {
  expect(() => assertSameSettings(SETTINGS, SETTINGS, "l")).not.toThrow();
  expect(() => assertSameSettings(SETTINGS, { ...SETTINGS, threshold: 0.8 }, "l")).toThrow(
    expect.objectContaining({
      code: "ERR_LEDGER_MISMATCH",
      message: expect.stringContaining("l: belongs to a run with another threshold (0.9, now 0.8)"),
    }),
  );
  expect(() => assertSameSettings(SETTINGS, { ...SETTINGS, format: "csv" }, "l")).toThrow(
    /another format \(none, now csv\)/,
  );
});

import { valueSymbol } from "piscina";
import { expect, test } from "vitest";
import { cleanInWorker } from "../../src/pipeline/clean-worker.ts";
import { PLAIN_RULES, type SourceBlock } from "../../src/pipeline/clean-block.ts";

const BLOCK: SourceBlock = {
  name: "a",
  format: "jsonl",
  options: { textKey: "text" },
  start: { offset: 0, line: 1 },
  bytes: new Uint8Array(Buffer.from("oops\n")),
  rules: { ...PLAIN_RULES, keepsRejected: true },
};

// The cleaner is loaded once, by the first task with which that is possible: this test comes first.

test("a fault is an answer, with its code", async () => {
  const load = { model: "no-such.model" };
  expect(await cleanInWorker({ block: BLOCK, load })).toMatchObject({
    kind: "fault",
    error: { message: "no-such.model: no such file" },
    code: "ERR_INPUT_MISSING",
  });
});

test("a cleaned block is moved back", async () => {
  const moved = Object(await cleanInWorker({ block: BLOCK, load: {} }));
  expect(Reflect.get(moved, valueSymbol)).toMatchObject({
    kind: "cleaned",
    cleaned: { bytes: BLOCK.bytes, tally: { rejected: 1 } },
  });
});

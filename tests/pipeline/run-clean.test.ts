import { expect, test } from "vitest";
import { findFormat } from "../../src/formats/format.ts";
import type { FormatName } from "../../src/formats/format-names.ts";
import { type CleanJob, type CleanOutcome, runClean } from "../../src/pipeline/run-clean.ts";
import { chunked } from "../chunked.ts";
import { createMemoryOutput } from "../memory-output.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

interface Setting {
  readonly format?: FormatName;
  readonly isInPlace?: boolean;
  readonly chunks?: AsyncIterable<Uint8Array>;
}

function setUp(content: string | Uint8Array, setting: Setting = {}) {
  const { format = "jsonl", isInPlace = false, chunks = chunked([content]) } = setting;
  const source = { name: "a", format: findFormat(format), textKey: "text", chunks };
  const output = createMemoryOutput();
  const job: CleanJob = { source, isInPlace, openOutput: async () => output };
  return { job, output };
}

async function runAll(jobs: readonly CleanJob[]) {
  const removed = createMemoryOutput();
  const rejects = createMemoryOutput();
  const run = runClean(jobs, {
    cleaner: standInCleaner,
    openRemoved: async () => removed,
    openRejects: async () => rejects,
  });
  const outcomes: CleanOutcome[] = [];
  let fault: unknown;
  try {
    for await (const outcome of run) outcomes.push(outcome);
  } catch (error) {
    fault = error;
  }
  return { outcomes, removed, rejects, fault };
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"text":"slot\\nnews"}\n');
  throw new Error("the disk is gone");
}

test("records with spam lose it, all others keep their bytes and their place", async () => {
  const { job, output } = setUp('{"text":"news\\nslot","n":1}\r\n\n{ "text":"news" }\n');
  const { outcomes } = await runAll([job]);
  expect(output.content).toBe('{"text":"news","n":1}\r\n\n{ "text":"news" }\n');
  expect(output.state).toBe("committed");
  expect(outcomes.map((outcome) => outcome.line)).toEqual([1, 3]);
});

test("cuts are recorded with place, span, text and posterior", async () => {
  const { job } = setUp('{"id":"x","text":"news\\nslot"}\n');
  const { removed } = await runAll([job]);
  expect(removed.content).toBe(
    '{"document":{"path":"a","line":1,"id":"x"},"span":[4,9],"text":"\\nslot","posterior":0.99}\n',
  );
});

test("a bad record goes to the rejects with its line, reason and raw text, not to the output", async () => {
  const { job, output } = setUp('{"text":"a"}\noops\r\n');
  const { rejects } = await runAll([job]);
  expect(output.content).toBe('{"text":"a"}\n');
  expect(JSON.parse(rejects.content)).toEqual({
    path: "a",
    line: 2,
    code: "ERR_RECORD_FORMAT",
    reason: expect.stringContaining("a:2: not JSON"),
    raw: "oops",
  });
});

test("a bad record that is not UTF-8 is recorded byte for byte", async () => {
  const { job } = setUp(Buffer.of(0xff, 0x0a));
  const { rejects } = await runAll([job]);
  expect(JSON.parse(rejects.content)).toMatchObject({ rawBase64: "/wo=" });
});

test("in place, a bad record stays where it is", async () => {
  const { job, output } = setUp('oops\n{"text":"news\\nslot"}\n', { isInPlace: true });
  await runAll([job]);
  expect(output.content).toBe('oops\n{"text":"news"}\n');
});

test("in place, a file without spam is not written again", async () => {
  const { job, output } = setUp('{"text":"news"}\n', { isInPlace: true });
  await runAll([job]);
  expect(output.state).toBe("discarded");
});

test("a text file that cannot be read gets no output and is not copied to the rejects", async () => {
  const { job, output } = setUp(Buffer.of(0xff), { format: "text" });
  const { rejects } = await runAll([job]);
  expect(output.state).toBe("discarded");
  expect(JSON.parse(rejects.content)).not.toHaveProperty("rawBase64");
});

test("a source that breaks discards its output and the side outputs", async () => {
  const { job, output } = setUp("", { chunks: breaking() });
  const { removed, rejects, fault } = await runAll([job]);
  expect(fault).toMatchObject({ message: "the disk is gone" });
  expect([output.state, removed.state, rejects.state]).toEqual([
    "discarded",
    "discarded",
    "discarded",
  ]);
});

test("the side outputs survive a break when they tell of a file that is final", async () => {
  const good = setUp("slot\nnews", { format: "text", isInPlace: true });
  const bad = setUp("", { chunks: breaking() });
  const { removed } = await runAll([good.job, bad.job]);
  expect([good.output.state, bad.output.state]).toEqual(["committed", "discarded"]);
  expect(removed.state).toBe("committed");
  expect(removed.content).toContain('"text":"slot\\n"');
});

test("leaving a run early discards what is open", async () => {
  const { job, output } = setUp('{"text":"a"}\n{"text":"b"}\n');
  for await (const outcome of runClean([job], { cleaner: standInCleaner })) {
    expect(outcome.line).toBe(1);
    break;
  }
  expect(output.state).toBe("discarded");
});

test("without an output, documents are cleaned all the same", async () => {
  const { job } = setUp("slot\nnews", { format: "text" });
  const { outcomes } = await runAll([{ ...job, openOutput: undefined }]);
  expect(outcomes).toMatchObject([{ result: { text: "news" } }]);
});

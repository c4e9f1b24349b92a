import fc from "fast-check";
import { expect } from "vitest";
import type { StreamFormatName } from "../../src/formats/format-names.ts";
import { cleanEntry } from "../../src/pipeline/clean-entry.ts";
import type { CleanJob } from "../../src/pipeline/clean-job.ts";
import { EMPTY_TALLY } from "../../src/pipeline/clean-tally.ts";
import { readDocuments } from "../../src/pipeline/read-documents.ts";
import { type CleanEvent, runClean, type RunCleanOptions } from "../../src/pipeline/run-clean.ts";
import { formatCuts, formatReject } from "../../src/pipeline/side-records.ts";
import { byteSource } from "../../src/pipeline/source.ts";
import { chunked, cutAt } from "../chunked.ts";
import { createMemoryOutput } from "../memory-output.ts";
import { test } from "../scratch.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

interface Setting {
  readonly format?: StreamFormatName;
  readonly isInPlace?: boolean;
  readonly chunks?: AsyncIterable<Uint8Array>;
}

function setUp(content: string | Uint8Array, setting: Setting = {}) {
  const { format = "jsonl", isInPlace = false, chunks = chunked([content]) } = setting;
  const origin = { name: "a", format, options: { textKey: "text" } };
  const source = byteSource(origin, () => chunks);
  const output = createMemoryOutput();
  const job: CleanJob = { source, isInPlace, openOutput: async () => output };
  return { job, output };
}

async function runAll(jobs: readonly CleanJob[], options: Partial<RunCleanOptions> = {}) {
  const removed = createMemoryOutput();
  const rejects = createMemoryOutput();
  const run = runClean(jobs, {
    cleaner: standInCleaner,
    openRemoved: async () => removed,
    openRejects: async () => rejects,
    ...options,
  });
  const events: CleanEvent[] = [];
  let fault: unknown;
  try {
    for await (const event of run) events.push(event);
  } catch (error) {
    fault = error;
  }
  const tally = events.at(-1)?.tally;
  return { tally, removed, rejects, fault };
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"text":"slot\\nnews"}\n');
  throw new Error("the disk is gone");
}

test("records with spam lose it, all others keep their bytes and their place", async () => {
  const { job, output } = setUp('{"text":"news\\nslot","n":1}\r\n\n{ "text":"news" }\n');
  const { tally } = await runAll([job]);
  expect(output.content).toBe('{"text":"news","n":1}\r\n\n{ "text":"news" }\n');
  expect(output.state).toBe("committed");
  expect(tally).toEqual({ ...EMPTY_TALLY, documents: 2, paragraphs: 3, cut: 1 });
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
  const { job, output } = setUp('{"text":"a"}\n');
  for await (const { tally } of runClean([job], { cleaner: standInCleaner })) {
    expect(tally.documents).toBe(1);
    break;
  }
  expect(output.state).toBe("discarded");
});

test("without an output, documents are cleaned all the same", async () => {
  const { job } = setUp("slot\nnews", { format: "text" });
  const { tally, removed } = await runAll([{ ...job, openOutput: undefined }]);
  expect(tally).toEqual({ ...EMPTY_TALLY, documents: 1, paragraphs: 2, cut: 1 });
  expect(removed.content).toContain('"text":"slot\\n"');
});

test("an empty file gets an empty output", async () => {
  const { job, output } = setUp("");
  await runAll([job]);
  expect([output.state, output.content]).toEqual(["committed", ""]);
});

test("any chunking gives what cleaning line by line gives", async () => {
  const line = fc.oneof(
    fc.constantFrom("news", "slot", "news\nslot", "é").map((text) => JSON.stringify({ text })),
    fc.constantFrom("", "\r", "{}", "oops", "\uFEFF"),
    fc.uint8Array({ maxLength: 2 }),
  );
  const bytes = fc
    .array(line, { maxLength: 8 })
    .map((lines) => Buffer.concat(lines.flatMap((part) => [Buffer.from(part), Buffer.from("\n")])))
    .chain((whole) => fc.nat(whole.length).map((length) => whole.subarray(0, length)));
  await fc.assert(
    fc.asyncProperty(
      bytes,
      fc.array(fc.nat(200)),
      fc.boolean(),
      async (whole, places, isInPlace) => {
        const { job, output } = setUp("", { chunks: chunked(cutAt(whole, places)), isInPlace });
        const { removed, rejects } = await runAll([job]);
        const slow = await cleanSlowly(setUp(whole, { isInPlace }).job);
        expect([output.content, removed.content, rejects.content]).toEqual(slow);
      },
    ),
  );
});

/** What goes to the output, the removed and the rejects, line by line. */
async function cleanSlowly({ source, isInPlace }: CleanJob): Promise<string[]> {
  let [kept, removed, rejects] = [Buffer.alloc(0), "", ""];
  for await (const part of readDocuments(source)) {
    const entry = cleanEntry(part, standInCleaner);
    const isCut = entry.kind === "document" && entry.result.cuts.length > 0;
    const bytes = isCut ? Buffer.from(await entry.document.rewrite(entry.result)) : entry.bytes;
    if (isCut) removed += formatCuts(entry);
    if (entry.kind === "rejected") rejects += formatReject(entry);
    if (entry.kind !== "rejected" || isInPlace) kept = Buffer.concat([kept, bytes]);
  }
  return [kept.toString(), removed, rejects];
}

test("workers that all end, end the run and discard what is open", async ({ scratch }) => {
  await scratch.write("worker.mjs", "export const cleanInWorker = () => process.exit(3);");
  const { job, output } = setUp('{"text":"news"}\n');
  const ends: string[] = [];
  const workers = {
    count: 2,
    load: {},
    onWorkerEnd: (message: string) => ends.push(message),
    url: scratch.url("worker.mjs"),
    ownBytes: 0,
    smallBytes: 0,
  };
  const { fault, removed, rejects } = await runAll([job], { workers });
  expect(fault).toMatchObject({ name: "TapisError", code: "ERR_WORKER" });
  expect(ends).toEqual(["a worker ended (exit code 3); its batch is done again"]);
  expect([removed.state, rejects.state]).toEqual(["discarded", "discarded"]);
  expect(output.state).not.toBe("committed");
});

import { expect, test } from "vitest";
import type { StreamFormatName } from "../../src/formats/format-names.ts";
import { cleanBlock, type CleanedBlock, PLAIN_RULES } from "../../src/pipeline/clean-block.ts";
import { EMPTY_TALLY } from "../../src/pipeline/clean-tally.ts";
import { MOST_TEXT_LENGTH } from "../../src/pipeline/clean-entry.ts";
import { cleanBytes } from "../clean-bytes.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

interface Setting {
  readonly format?: StreamFormatName;
  readonly firstLine?: number;
  readonly rules?: Partial<typeof PLAIN_RULES>;
}

function clean(content: string | Uint8Array, setting: Setting = {}): Promise<CleanedBlock> {
  const { format = "jsonl", firstLine = 1, rules = {} } = setting;
  const block = {
    name: "a",
    format,
    options: { textKey: "text" },
    start: { offset: 0, line: firstLine },
    bytes: Buffer.from(content),
    rules: { ...PLAIN_RULES, ...rules },
  };
  return cleanBlock(block, standInCleaner);
}

function textOf({ bytes }: CleanedBlock): string {
  return Buffer.from(bytes).toString();
}

test("a block in which nothing changes is given back itself", async () => {
  const bytes = Buffer.from('\uFEFF{ "text":"news" }\r\n\n{"text":"news"}');
  const start = { offset: 0, line: 1 };
  const block = { name: "a", format: "jsonl", options: { textKey: "text" }, start, bytes } as const;
  expect(await cleanBlock({ ...block, rules: PLAIN_RULES }, standInCleaner)).toEqual({
    bytes,
    isChanged: false,
    changes: [],
    report: [],
    hasCuts: false,
    isVoid: false,
    removed: "",
    rejects: "",
    warnings: [],
    tally: { ...EMPTY_TALLY, documents: 2, paragraphs: 2 },
  });
});

test("spam and bad lines go, and every other byte stays", async () => {
  const cleaned = await clean(
    '\n{"text":"slot\\nnews"} \r\noops\n{ "text":"é" }\n{"text":"a\\nslot"}',
  );
  expect(textOf(cleaned)).toBe('\n{"text":"news"} \r\n{ "text":"é" }\n{"text":"a"}');
  expect(cleaned.hasCuts).toBe(true);
  expect(cleaned.tally).toEqual({
    ...EMPTY_TALLY,
    documents: 3,
    paragraphs: 5,
    cut: 2,
    rejected: 1,
  });
});

test("changed bytes are alone in their buffer, so that they can be moved", async () => {
  const { bytes } = await clean('{"text":"slot\\nnews"}\n');
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test("records and warnings count lines from the block's first", async () => {
  const cleaned = await clean('oops\n\n{"text":"slot"}\n', { firstLine: 41 });
  expect(JSON.parse(cleaned.rejects)).toMatchObject({ path: "a", line: 41, raw: "oops" });
  expect(JSON.parse(cleaned.removed)).toMatchObject({ document: { path: "a", line: 43 } });
  expect(cleaned.warnings).toEqual([expect.stringContaining("a:41: not JSON")]);
});

test("bytes that are not UTF-8 spoil their own line only", async () => {
  const cleaned = await clean(Buffer.from('{"text":"\xE9"}\n{"text":"news"}\n', "latin1"));
  expect(textOf(cleaned)).toBe('{"text":"news"}\n');
  expect(cleaned.warnings).toEqual([expect.stringContaining("a:1: not UTF-8: byte 10 is 0xe9")]);
});

test("bad lines stay where they are to be kept", async () => {
  const cleaned = await clean('oops\n{"text":"slot\\nnews"}\n', { rules: { keepsRejected: true } });
  expect(textOf(cleaned)).toBe('oops\n{"text":"news"}\n');
  expect(cleaned.tally.rejected).toBe(1);
});

test("a file that is one document is cleaned as a whole", async () => {
  const cleaned = await clean("\uFEFFnews\nslot\n", { format: "text" });
  expect(textOf(cleaned)).toBe("\uFEFFnews\n");
  expect(JSON.parse(cleaned.removed).document).toEqual({ path: "a" });
});

test("an empty block has nothing in it", async () => {
  expect(await clean("")).toMatchObject({ hasCuts: false, tally: { documents: 0, rejected: 0 } });
});

test("blocks and what comes of them can be sent to another thread", async () => {
  const cleaned = await clean('{"text":"slot\\nnews"}\noops\n');
  expect(structuredClone(cleaned)).toEqual(cleaned);
});

test("a document of which too much would go stays whole, and is told of", async () => {
  const content = '{"text":"news\\nslot"}\n{"text":"slot\\nslot\\nslot\\nnews"}\n';
  const cleaned = await clean(content, { rules: { mostCut: 0.6 } });
  expect(textOf(cleaned)).toBe('{"text":"news"}\n{"text":"slot\\nslot\\nslot\\nnews"}\n');
  expect(cleaned.tally).toMatchObject({ documents: 2, cut: 1, spared: 1 });
  expect(JSON.parse(cleaned.removed.split("\n")[1] ?? "")).toEqual({
    document: { path: "a", line: 2 },
    spared: true,
    share: 15 / 19,
  });
});

test("a document that is spam throughout can be left out", async () => {
  const content = '{"text":"slot"}\n{"text":"news"}\n{"text":""}\n';
  const cleaned = await clean(content, { rules: { dropsEmpty: true } });
  expect(textOf(cleaned)).toBe('{"text":"news"}\n{"text":""}\n');
  expect(cleaned.tally).toMatchObject({ documents: 3, cut: 1, dropped: 1 });
});

test("of a text file that is spam throughout nothing is to be written then", async () => {
  expect(await clean("slot", { format: "text" })).toMatchObject({ isVoid: false });
  const rules = { dropsEmpty: true };
  expect(await clean("slot", { format: "text", rules })).toMatchObject({ isVoid: true });
});

test("a document that is too long to be decided is reported, and stays", async () => {
  const long = `{"text":"${"slot ".repeat(MOST_TEXT_LENGTH / 5 + 1)}"}\n`;
  const { bytes, tally, rejects } = await cleanBytes("jsonl", `{"text":"slot"}\n${long}`);
  expect(bytes.toString() === `{"text":""}\n${long}`).toBe(true);
  expect(tally).toMatchObject({ documents: 1, rejected: 1 });
  expect(rejects.length).toBeLessThan(400);
});

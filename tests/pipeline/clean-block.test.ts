import { expect, test } from "vitest";
import type { FormatName } from "../../src/formats/format-names.ts";
import { cleanBlock, type CleanedBlock } from "../../src/pipeline/clean-block.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

interface Setting {
  readonly format?: FormatName;
  readonly firstLine?: number;
  readonly keepsRejected?: boolean;
}

function clean(content: string | Uint8Array, setting: Setting = {}): CleanedBlock {
  const { format = "jsonl", firstLine = 1, keepsRejected = false } = setting;
  const block = {
    name: "a",
    format,
    textKey: "text",
    firstLine: format === "text" ? undefined : firstLine,
    bytes: Buffer.from(content),
    keepsRejected,
  };
  return cleanBlock(block, standInCleaner);
}

function textOf({ bytes }: CleanedBlock): string {
  return Buffer.from(bytes).toString();
}

test("a block in which nothing changes is given back itself", () => {
  const bytes = Buffer.from('\uFEFF{ "text":"news" }\r\n\n{"text":"news"}');
  const block = { name: "a", format: "jsonl", textKey: "text", firstLine: 1, bytes } as const;
  expect(cleanBlock({ ...block, keepsRejected: false }, standInCleaner)).toEqual({
    bytes,
    hasCuts: false,
    removed: "",
    rejects: "",
    warnings: [],
    tally: { documents: 2, paragraphs: 2, cut: 0, rejected: 0 },
  });
});

test("spam and bad lines go, and every other byte stays", () => {
  const cleaned = clean('\n{"text":"slot\\nnews"} \r\noops\n{ "text":"é" }\n{"text":"a\\nslot"}');
  expect(textOf(cleaned)).toBe('\n{"text":"news"} \r\n{ "text":"é" }\n{"text":"a"}');
  expect(cleaned.hasCuts).toBe(true);
  expect(cleaned.tally).toEqual({ documents: 3, paragraphs: 5, cut: 2, rejected: 1 });
});

test("changed bytes are alone in their buffer, so that they can be moved", () => {
  const { bytes } = clean('{"text":"slot\\nnews"}\n');
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test("records and warnings count lines from the block's first", () => {
  const cleaned = clean('oops\n\n{"text":"slot"}\n', { firstLine: 41 });
  expect(JSON.parse(cleaned.rejects)).toMatchObject({ path: "a", line: 41, raw: "oops" });
  expect(JSON.parse(cleaned.removed)).toMatchObject({ document: { path: "a", line: 43 } });
  expect(cleaned.warnings).toEqual([expect.stringContaining("a:41: not JSON")]);
});

test("bytes that are not UTF-8 spoil their own line only", () => {
  const cleaned = clean(Buffer.from('{"text":"\xE9"}\n{"text":"news"}\n', "latin1"));
  expect(textOf(cleaned)).toBe('{"text":"news"}\n');
  expect(cleaned.warnings).toEqual([expect.stringContaining("a:1: not UTF-8: byte 10 is 0xe9")]);
});

test("bad lines stay where they are to be kept", () => {
  const cleaned = clean('oops\n{"text":"slot\\nnews"}\n', { keepsRejected: true });
  expect(textOf(cleaned)).toBe('oops\n{"text":"news"}\n');
  expect(cleaned.tally.rejected).toBe(1);
});

test("a file that is one document is cleaned as a whole", () => {
  const cleaned = clean("\uFEFFnews\nslot\n", { format: "text" });
  expect(textOf(cleaned)).toBe("\uFEFFnews\n");
  expect(JSON.parse(cleaned.removed).document).toEqual({ path: "a" });
});

test("an empty block has nothing in it", () => {
  expect(clean("")).toMatchObject({ hasCuts: false, tally: { documents: 0, rejected: 0 } });
});

test("blocks and what comes of them can be sent to another thread", () => {
  const cleaned = clean('{"text":"slot\\nnews"}\noops\n');
  expect(structuredClone(cleaned)).toEqual(cleaned);
});

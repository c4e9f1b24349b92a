import { gunzipSync, gzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { parseCounts } from "../../src/core/model/counts.ts";
import { runCount } from "../../src/pipeline/run-count.ts";
import { test } from "../scratch.ts";

const line = (row: object): string =>
  `${JSON.stringify({ id: "x", lang: "id", spam: [], ...row })}\n`;
const TAIL = line({ text: "Pasar.\n\nSlot!", spam: [[8, 13]] });

test("counts documents of all files by label, language and source", async ({ scratch }) => {
  const first = await scratch.write("site-a.jsonl", `\ufeff${TAIL}\n${TAIL}`);
  const second = await scratch.write(
    "b/site-b.ndjson.gz",
    gzipSync(
      line({ text: "Pasar malam.", lang: "ms" }) + line({ text: "Pasar.", source: "site-a" }),
    ),
  );
  const out = scratch.at("counts.txt");
  expect(await runCount({ paths: [first, second], out, least: 1 })).toEqual({
    documents: 4,
    paragraphs: 6,
    spam: 2,
  });
  const tables = parseCounts(await scratch.read("counts.txt"), "counts.txt");
  expect(
    tables.map(({ words, ...table }) => ({ ...table, words: Object.fromEntries(words) })),
  ).toEqual([
    { label: "ham", lang: "id", source: "site-a", paragraphs: 3, words: { pasar: 3 } },
    { label: "spam", lang: "id", source: "site-a", paragraphs: 2, words: { slot: 2 } },
    { label: "ham", lang: "ms", source: "site-b", paragraphs: 1, words: { malam: 1, pasar: 1 } },
  ]);
});

test("drops rare words, and packs a file that ends in .gz", async ({ scratch }) => {
  const path = await scratch.write("a.jsonl", TAIL + line({ text: "Pasar malam." }));
  const out = scratch.at("counts.txt.gz");
  await runCount({ paths: [path], out, least: 2 });
  const tables = parseCounts(gunzipSync(await readFile(out)).toString(), out);
  expect(tables.map(({ words }) => [...words])).toEqual([[["pasar", 2]], []]);
});

test("more documents than are held at once are counted alike", async ({ scratch }) => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    line({ text: "Pasar.", source: `s${index % 3000}` }),
  );
  const path = await scratch.write("a.jsonl", many.join(""));
  const summary = await runCount({ paths: [path], out: scratch.at("counts.txt"), least: 1 });
  expect(summary).toEqual({ documents: 5000, paragraphs: 5000, spam: 0 });
  const tables = parseCounts(await scratch.read("counts.txt"), "x");
  expect(tables).toHaveLength(3000);
  expect(tables[0]).toMatchObject({ source: "s0", paragraphs: 2 });
});

test("a bad document ends the run, with its line, and nothing is written", async ({ scratch }) => {
  const path = await scratch.write("a.jsonl", TAIL + line({ text: "Slot", spam: [[0, 9]] }));
  const run = runCount({ paths: [path], out: scratch.at("counts.txt"), least: 1 });
  await expect(run).rejects.toMatchObject({
    code: "ERR_DOCUMENT_FORMAT",
    message: expect.stringMatching(/a\.jsonl:2: spam span \[0, 9\]/),
  });
  expect(await scratch.list()).toEqual(["a.jsonl"]);
});

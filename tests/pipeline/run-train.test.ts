import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { createTextCleaner } from "../../src/core/clean/cleaner.ts";
import { parseModel } from "../../src/core/model/model.ts";
import { gzip } from "../../src/io/gzip.ts";
import { runGather } from "../../src/pipeline/run-gather.ts";
import { runTrain } from "../../src/pipeline/run-train.ts";
import { type Scratch, test } from "../scratch.ts";
import { toyArticles, toyRuns } from "../toy-texts.ts";

const rows = (all: readonly object[]): string =>
  all.map((row) => `${JSON.stringify(row)}\n`).join("");

/** Gathers counts and evidence of made-up texts into a folder of the scratch. */
async function gatherToy(scratch: Scratch, out: string): Promise<string[]> {
  const pieces = toyRuns(40).flatMap(({ pieces: all, ...run }) =>
    all.map((piece) => ({ ...run, ...piece })),
  );
  const steps: string[] = [];
  await runGather({
    files: {
      articles: [
        { path: await scratch.write("articles.jsonl", rows(toyArticles(60))), source: "corpus" },
      ],
      spam: [{ path: await scratch.write("spam.jsonl", rows(pieces)), source: "corpus" }],
    },
    out: scratch.at(out),
    documentCount: 100,
    onStep: (step) => steps.push(step),
  });
  return steps;
}

const trainToy = (scratch: Scratch, out: string): Promise<void> =>
  runTrain({ data: scratch.at("data"), out: scratch.at(out), treeCount: 3, onStep: () => {} });

test("gathers counts by label and language, topics and evidence", async ({ scratch }) => {
  const steps = await gatherToy(scratch, "data");
  expect((await scratch.list()).filter((name) => name.startsWith("data/"))).toEqual([
    "data/counts/ham-en.txt.gz",
    "data/counts/ham-id.txt.gz",
    "data/counts/spam-en.txt.gz",
    "data/counts/spam-id.txt.gz",
    "data/evidence/composed.bin.gz",
    "data/topics/words.bin.gz",
  ]);
  expect(steps[0]).toBe("read 60 articles and 40 spam pages");
});

test("the same data give the same model, bit for bit, which cleans", async ({ scratch }) => {
  await gatherToy(scratch, "data");
  await trainToy(scratch, "a.model");
  await trainToy(scratch, "b.model");
  const bytes = await readFile(scratch.at("a.model"));
  expect(bytes.equals(await readFile(scratch.at("b.model")))).toBe(true);
  const article = toyArticles(60)[7]?.paragraphs ?? [];
  const spam = toyRuns(40)[4]?.pieces.map((piece) => piece.text) ?? [];
  const { text } = createTextCleaner(parseModel(bytes)).clean([...article, ...spam].join("\n\n"));
  expect(text.startsWith(`${article[0]}\n\n${article[1]}`)).toBe(true);
  expect(spam.filter((piece) => text.includes(piece))).toEqual([]);
});

test("names what is missing", async ({ scratch }) => {
  await expect(trainToy(scratch, "a.model")).rejects.toMatchObject({
    code: "ERR_INPUT_MISSING",
    message: expect.stringContaining(scratch.at("data")),
  });
});

test("names a table that was damaged", async ({ scratch }) => {
  await gatherToy(scratch, "data");
  await scratch.write("data/counts/ham-id.txt.gz", gzip(Buffer.from("pasar\t1\n")));
  await expect(trainToy(scratch, "a.model")).rejects.toMatchObject({
    code: "ERR_COUNTS_FORMAT",
    message: expect.stringContaining("ham-id.txt.gz:1: "),
  });
});

test("names topics that were damaged", async ({ scratch }) => {
  await gatherToy(scratch, "data");
  await scratch.write("data/topics/words.bin.gz", gzip(Buffer.from("pasar\n")));
  await expect(trainToy(scratch, "a.model")).rejects.toMatchObject({
    code: "ERR_TOPICS_FORMAT",
    message: expect.stringContaining("words.bin.gz: is not packed topics"),
  });
});

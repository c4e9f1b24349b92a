import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { parseModel } from "../../src/core/model/model.ts";
import { gzip } from "../../src/io/gzip.ts";
import { type Scratch, test } from "../scratch.ts";
import { toyArticles, toyRuns } from "../toy-texts.ts";
import { runCli } from "./run-cli.ts";

const rows = (all: readonly object[]): Uint8Array =>
  Buffer.from(all.map((row) => `${JSON.stringify(row)}\n`).join(""));

/** A corpus folder of made-up texts and a folder of seeds, all but empty. */
async function writeTexts(scratch: Scratch): Promise<void> {
  const pieces = toyRuns(40).flatMap(({ pieces: all, ...run }) =>
    all.map((piece) => ({ ...run, ...piece })),
  );
  await scratch.write("corpus/articles.jsonl.gz", gzip(rows(toyArticles(60))));
  await scratch.write("corpus/spam.jsonl.gz", gzip(rows(pieces)));
  for (const name of ["news-about-gambling", "ordinary", "spam-id", "spam-ms", "spam-en"]) {
    await scratch.write(`seeds/${name}.jsonl`, "");
  }
}

test("gathers from texts and trains a model of what it gathered", async ({ scratch }) => {
  await writeTexts(scratch);
  const corpus = scratch.at("corpus");
  const seeds = scratch.at("seeds");
  const data = scratch.at("data");
  const out = scratch.at("a.model");
  const gatherArgs = ["gather", corpus, "--seeds", seeds, "--out", data, "--documents", "60"];
  const gathered = await runCli(gatherArgs);
  expect(gathered).toMatchObject({ exitCode: 0, stdout: "" });
  expect(gathered.stderr).toContain("composed 60 documents");
  const trained = await runCli(["train", "--data", data, "--out", out, "--trees", "2"]);
  expect(trained).toMatchObject({ exitCode: 0, stdout: "" });
  const model = parseModel(await readFile(out));
  expect(model.combination?.first.roots).toHaveLength(2);
  expect(model.words.find("slot")).toBeGreaterThanOrEqual(0);
});

test.for([
  [["train", "--data", "none"], "none/counts: cannot be read: no such file or directory"],
  [["train", "--trees", "many"], '--trees must be a whole number above 0, got "many"'],
  [["gather", "none"], "none/articles.jsonl.gz: no such file"],
  [["gather"], "missing required argument 'corpus'"],
] as const)("says what is wrong with %s", async ([args, message]) => {
  const { exitCode, stdout, stderr } = await runCli(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(message);
});

import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { parseModel } from "../../src/core/model/model.ts";
import { readTrainingData } from "../../src/pipeline/training-data.ts";
import { type Scratch, test } from "../scratch.ts";
import { MEASURED, measuredArticles, measuredRuns, writeCorpus } from "../toy-corpus.ts";
import { toyArticles, toyRuns } from "../toy-texts.ts";
import { runCli } from "./run-cli.ts";

/** A corpus folder of made-up texts and a folder of seeds, all but empty. */
async function writeTexts(scratch: Scratch): Promise<void> {
  await writeCorpus(scratch, "corpus", toyArticles(60), toyRuns(40));
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

/** Gathers from what {@link writeTexts} wrote and tells the sources of all counts. */
async function gatherSources(scratch: Scratch, ...args: readonly string[]): Promise<Set<string>> {
  const at = (name: string): string => scratch.at(name);
  const folders = [at("corpus"), "--seeds", at("seeds"), "--out", at("data")];
  const { exitCode } = await runCli(["gather", ...folders, "--documents", "20", ...args]);
  expect(exitCode).toBe(0);
  return new Set((await readTrainingData(at("data"))).counts.map(({ source }) => source));
}

test("--measured takes in another corpus, and marks its sources", async ({ scratch }) => {
  await writeTexts(scratch);
  const own = await gatherSources(scratch);
  await writeCorpus(scratch, "measured", measuredArticles, measuredRuns);
  const all = await gatherSources(scratch, "--measured", scratch.at("measured"));
  const marked = MEASURED.flatMap(({ site, operator }) => [site, `${operator}/situs`]).map(
    (source) => `${source} (measured)`,
  );
  expect([...all].toSorted()).toEqual([...new Set([...own, ...marked])].toSorted());
});

test("gathers from every file of spam seeds, of whatever language", async ({ scratch }) => {
  await writeTexts(scratch);
  const own = await gatherSources(scratch);
  const piece = { text: "slot gacor", lang: "th", kind: "paragraph", run: "halaman" };
  await scratch.write("seeds/spam-th.jsonl", `${JSON.stringify(piece)}\n`.repeat(3));
  await scratch.write("seeds/notes.jsonl", "no text\n");
  expect([...(await gatherSources(scratch))].filter((source) => !own.has(source))).toEqual([
    "seeds/spam/halaman",
  ]);
});

test.for([
  [["train", "--data", "none"], "none/counts: cannot be read: no such file or directory"],
  [["train", "--trees", "many"], '--trees must be a whole number above 0, got "many"'],
  [["gather", "none"], "none/articles.jsonl.gz: no such file"],
  [["gather", "none", "--measured", "none", "--seeds", "none"], "none: cannot be read"],
  [["gather"], "missing required argument 'corpus'"],
] as const)("says what is wrong with %s", async ([args, message]) => {
  const { exitCode, stdout, stderr } = await runCli(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("tapis gather --help says out of what", async () => {
  expect((await runCli(["gather", "--help"])).stdout).toMatchInlineSnapshot(`
    "Usage: tapis gather [options] <corpus>

    Make the count tables, topics and evidence that a model is trained from.

    Arguments:
      corpus               folder with articles.jsonl.gz and spam.jsonl.gz

    Options:
      --measured <folder>  another corpus, from whose sources labelled documents
                           come
      --seeds <folder>     folder with texts written for training (default:
                           "data/seeds")
      --out <folder>       folder that takes counts/, topics/ and evidence/
                           (default: "data")
      --documents <count>  number of documents to compose (default: "40000")
      -h, --help           show help

    Makes data/counts, data/topics and data/evidence, which hold words and numbers,
    out of texts that may not be published. For maintainers: data/README.md says what
    a corpus folder holds.

    Example:
      tapis gather ../corpus/train --measured ../corpus/dev && tapis train
    "
  `);
});

import { Writable } from "node:stream";
import { beforeAll, describe, expect } from "vitest";
import { z } from "zod";
import { formatModel } from "../../src/core/model/model.ts";
import { drawInteger, seededRandom } from "../../src/core/model/random.ts";
import { type Scratch, test } from "../scratch.ts";
import { trainToyModel } from "../toy-model.ts";
import { toyNews, toySpam } from "../toy-texts.ts";
import { type CliResult, type CliWorld, runCli } from "./run-cli.ts";

let model: Uint8Array;

beforeAll(() => {
  model = formatModel(trainToyModel());
}, 60_000);

/** Labelled documents of made-up news, with made-up spam at their ends. */
function toyDocuments(count: number): string {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, index) => {
    const news = Array.from({ length: drawInteger(random, 3, 6) }, () => toyNews(random, "id"));
    const article = `${news.join("\n\n")}\n\n`;
    const spam = Array.from({ length: 3 }, () => toySpam(random, "id")).join("\n\n");
    const end = article.length + spam.length;
    const document = { id: `d${index}`, text: article + spam, lang: "id", slice: "tail" };
    return `${JSON.stringify({ ...document, spam: [[article.length, end]] })}\n`;
  }).join("");
}

async function evaluate(
  scratch: Scratch,
  args: readonly string[] = [],
  world: CliWorld = {},
): Promise<CliResult> {
  const documents = await scratch.write("set.jsonl", toyDocuments(12));
  const modelPath = await scratch.write("toy.model", model);
  return runCli(["evaluate", documents, "--model", modelPath, ...args], world);
}

const Json = z.object({
  threshold: z.number(),
  all: z.object({
    exact: z.object({ value: z.number() }),
    totals: z.object({ documents: z.number() }),
  }),
  against: z.array(
    z.object({ name: z.string(), all: z.object({ exact: z.object({ value: z.number() }) }) }),
  ),
  worst: z.array(z.unknown()),
});

test("prints tables", async ({ scratch }) => {
  const { exitCode, stdout, stderr } = await evaluate(scratch);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^12 documents, cut from a posterior of 0\.5\n/);
  for (const title of ["By slice", "By language", "Thresholds", "Calibration"]) {
    expect(stdout).toContain(title);
  }
});

test("--json prints everything on a line, and as much of the worst as asked for", async ({
  scratch,
}) => {
  const { stdout } = await evaluate(scratch, ["--json", "--worst", "0", "--threshold", "0.25"]);
  expect(stdout).toMatch(/^[^\n]+\n$/);
  expect(Json.parse(JSON.parse(stdout))).toMatchObject({
    threshold: 0.25,
    all: { totals: { documents: 12 } },
    worst: [],
  });
});

test("--against scores simpler ways on the same documents, in the order asked for", async ({
  scratch,
}) => {
  const { stdout } = await evaluate(scratch, [
    "--json",
    "--against",
    "words, natural,keywords,words",
  ]);
  const { against } = Json.parse(JSON.parse(stdout));
  expect(against.map(({ name }) => name)).toEqual(["words", "natural", "keywords"]);
  expect(against.map(({ all }) => all.exact.value > 0.5)).toContain(true);
});

test("--html writes a page beside the tables", async ({ scratch }) => {
  const { stdout } = await evaluate(scratch, ["--html", scratch.at("out/report.html")]);
  expect(stdout).toContain("12 documents");
  expect(await scratch.read("out/report.html")).toContain("How well Tapis cleans 12 documents");
});

test("takes globs and packed files", async ({ scratch }) => {
  await scratch.write("sets/a.jsonl", toyDocuments(2));
  await scratch.write("sets/b.jsonl", toyDocuments(3));
  const { stdout } = await evaluate(scratch, [scratch.at("sets/*.jsonl")]);
  expect(stdout).toContain("17 documents");
});

test("tells how far it is on a terminal, and leaves nothing of it there", async ({ scratch }) => {
  const written: string[] = [];
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  await evaluate(scratch, ["--against", "keywords"], {
    stderr: Object.assign(stderr, { isTTY: true }),
  });
  expect(written).toEqual(
    ["document 1 of 12", "against keywords", ""].map((step) => `\r\u001B[K${step}`),
  );
});

describe("the gate", () => {
  test("ends with 0 where the figures are reached", async ({ scratch }) => {
    const { exitCode, stderr } = await evaluate(scratch, ["--min-exact", "0", "--max-lost", "100"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  test("ends with 1 where they are not, and says why, with the tables all the same", async ({
    scratch,
  }) => {
    // From 0 on everything is cut.
    const { exitCode, stdout, stderr } = await evaluate(scratch, [
      "--threshold",
      "0",
      "--min-exact",
      "92.5",
      "--max-lost",
      ".1",
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("12 documents");
    expect(stderr).toBe(
      "tapis: 0.00 % of the documents are exact, asked for 92.5 %\n" +
        "tapis: 100.000 % of the news is lost, at most 0.1 % may be\n",
    );
  });

  test("no documents are not good enough", async ({ scratch }) => {
    const empty = await scratch.write("empty.jsonl", "");
    const modelPath = await scratch.write("toy.model", model);
    const { exitCode } = await runCli([
      "evaluate",
      empty,
      "--model",
      modelPath,
      "--min-exact",
      "1",
    ]);
    expect(exitCode).toBe(1);
  });
});

describe("cannot run", () => {
  test.for([
    [["--against", "fasttext"], "--against may name keywords, words, natural"],
    [["--min-exact", "101"], '--min-exact must be a number from 0 to 100, got "101"'],
    [["--worst", "all"], '--worst must be a whole number, got "all"'],
    [["--threshold", "2"], "--threshold must be a number from 0 to 1"],
  ] as const)("with %s", async ([args, message], { scratch }) => {
    const { exitCode, stdout, stderr } = await evaluate(scratch, args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("on a document that is not one", async ({ scratch }) => {
    const path = await scratch.write("bad.jsonl", "oops\n");
    const { exitCode, stderr } = await evaluate(scratch, [path]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("bad.jsonl:1: is not JSON");
  });

  test("when the page would overwrite the documents", async ({ scratch }) => {
    const { exitCode, stderr } = await evaluate(scratch, ["--html", scratch.at("set.jsonl")]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("would be overwritten");
  });
});

test("tapis evaluate --help says how to measure", async () => {
  expect((await runCli(["evaluate", "--help"])).stdout).toMatchInlineSnapshot(`
    "Usage: tapis evaluate [options] <documents...>

    Measure how well the spam of labelled documents is found.

    Arguments:
      documents              files, folders and globs of labelled documents

    Options:
      --threshold <number>   least posterior that is cut, from 0 to 1 (higher cuts
                             less)
      --careful              lose less news, leave more spam: --threshold 0.97
      --thorough             leave less spam, lose more news: --threshold 0.6
      --model <file>         decide with this model instead of the bundled one
      --by-source <corpus>   cross-validate: train models that have not seen the
                             sources
      --data <folder>        training data for --by-source (default: "data")
      --trees <count>        trees in each forest, for --by-source (default: "300")
      --cleaned <file>       write the cleaned documents as JSON Lines: id and text
      --against <names>      also score simpler ways: keywords, words, natural
      --worst <count>        how many of the worst documents to show (default: "5")
      --json                 print everything as JSON instead of tables
      --html <file>          write a page with the tables and curves
      --min-exact <percent>  fail when fewer documents than this are exact
      --max-lost <percent>   fail when more of the news than this is lost
      --color                colours, even where the output is no terminal
      --no-color             no colours
      -h, --help             show help

    Labelled documents are JSON Lines (.jsonl, or .jsonl.gz), a document a line:
      {"id": "a1", "text": "…", "lang": "id", "slice": "tail", "spam": [[120, 310]]}
    "spam" holds the injected spans as [start, end), in UTF-16 code units of the text.

    A document is exact when nothing but its spam is gone, white space aside. Lost is
    the share of the characters that are no spam and are gone all the same, left that
    of the spam still there. Intervals hold 95 % of 1,000 bootstrap resamples.

    --by-source takes the folder of the texts that the documents were composed of (its
    spam.jsonl.gz tells whose spam is in which document) and trains about six models,
    each without the words and evidence of half of the sources. That takes an hour.

    Examples:
      tapis evaluate labelled.jsonl
      tapis evaluate "sets/*.jsonl.gz" --against keywords,words,natural --html report.html
      tapis evaluate labelled.jsonl --json --worst 0 | jq .all.exact
      tapis evaluate ../corpus/dev/documents.jsonl.gz --by-source ../corpus/dev
      tapis evaluate labelled.jsonl --min-exact 95 --max-lost 0.1

    Exit codes: 0 done; 1 done, but the figures are not what was asked for; 2 could not
    run.
    "
  `);
});

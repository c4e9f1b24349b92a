import { describe, expect } from "vitest";
import { z } from "zod";
import { createTextCleaner } from "../../src/core/clean/cleaner.ts";
import type { LabelledDocument } from "../../src/core/evaluate/labelled-document.ts";
import { formatModel } from "../../src/core/model/model.ts";
import { makeWordTable } from "../../src/core/model/word-table.ts";
import { type Scratch, test } from "../scratch.ts";
import { gatherMeasured, MEASURED, measuredDocument } from "../toy-corpus.ts";
import { toyWords } from "../toy-model.ts";
import { type CliResult, runCli } from "./run-cli.ts";

const [FIRST, SECOND] = MEASURED;
const DOCUMENTS = [measuredDocument(FIRST, SECOND, "a"), measuredDocument(SECOND, FIRST, "b")];
const MODEL = { words: toyWords, combination: undefined, threshold: 0.5, unsure: 0.2 };

const lineOf = ({ spam, ...document }: LabelledDocument): string =>
  `${JSON.stringify({ ...document, spam: spam.map(({ start, end }) => [start, end]) })}\n`;

async function evaluate(
  scratch: Scratch,
  args: readonly string[],
  ofModel = MODEL,
): Promise<CliResult> {
  const documents = await scratch.write("set.jsonl", DOCUMENTS.map(lineOf).join(""));
  const model = await scratch.write("toy.model", formatModel(ofModel));
  return runCli(["evaluate", documents, "--model", model, "--worst", "0", ...args]);
}

const bySource = (scratch: Scratch, ...args: readonly string[]): readonly string[] => [
  "--by-source",
  scratch.at("measured"),
  "--data",
  scratch.at("data"),
  "--trees",
  "2",
  ...args,
];

describe("--cleaned", () => {
  test("writes id and text of each document as it was cleaned", async ({ scratch }) => {
    const path = scratch.at("out/cleaned.jsonl");
    const { exitCode, stdout } = await evaluate(scratch, ["--cleaned", path]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("2 documents");
    const cleaner = createTextCleaner(MODEL);
    expect(await scratch.read("out/cleaned.jsonl")).toBe(
      DOCUMENTS.map(
        ({ id, text }) => `${JSON.stringify({ id, text: cleaner.clean(text).text })}\n`,
      ).join(""),
    );
  });

  test("cuts from the threshold that was asked for", async ({ scratch }) => {
    await evaluate(scratch, ["--cleaned", scratch.at("cleaned.jsonl"), "--threshold", "0"]);
    expect(await scratch.read("cleaned.jsonl")).toBe(
      '{"id":"a","text":""}\n{"id":"b","text":""}\n',
    );
  });

  test.for([
    [["--cleaned", "set.jsonl"], "would be overwritten"],
    [["--cleaned", "toy.model"], "would be overwritten"],
    [["--cleaned", "a.html", "--html", "a.html"], "a.html"],
  ] as const)("refuses what would destroy something: %s", async ([args, message], { scratch }) => {
    const paths = args.map((arg) => (arg.startsWith("--") ? arg : scratch.at(arg)));
    const { exitCode, stdout, stderr } = await evaluate(scratch, paths);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("--by-source", () => {
  const Explained = z.object({
    all: z.object({ totals: z.object({ documents: z.number() }) }),
    threshold: z.number(),
    against: z.array(z.object({ name: z.string() })),
  });

  test("measures with models that have not seen the sources", async ({ scratch }) => {
    await gatherMeasured(scratch);
    const args = ["--json", "--against", "words,natural", "--cleaned", scratch.at("cleaned.jsonl")];
    const { exitCode, stdout, stderr } = await evaluate(scratch, bySource(scratch, ...args));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(Explained.parse(JSON.parse(stdout))).toMatchObject({
      all: { totals: { documents: 2 } },
      threshold: 0.5,
      against: [{ name: "words" }, { name: "natural" }],
    });
    expect((await scratch.read("cleaned.jsonl")).match(/"id":"[ab]"/g)).toEqual([
      '"id":"a"',
      '"id":"b"',
    ]);
  });

  test("cleans with the models that it trains, not with the one that is given", async ({
    scratch,
  }) => {
    await gatherMeasured(scratch);
    const path = scratch.at("cleaned.jsonl");
    const none = new Float64Array(0);
    const words = makeWordTable([], { ham: none, gamblingNews: none, spam: none });
    await evaluate(scratch, bySource(scratch, "--cleaned", path), { ...MODEL, words });
    const cleaned = (await scratch.read("cleaned.jsonl")).trimEnd().split("\n");
    DOCUMENTS.forEach(({ text, spam }, at) => {
      const [{ start, end } = { start: 0, end: 0 }] = spam;
      expect(cleaned[at]).toContain(text.slice(0, text.indexOf("\n")));
      expect(text.slice(start, end)).not.toBe("");
      expect(cleaned[at]).not.toContain(text.slice(start, end).split("\n")[0]);
    });
  });

  test.for([
    [["--by-source", "none", "--data", "none"], "none/spam.jsonl.gz: no such file"],
    [["--by-source", ""], '--by-source must name a folder, got ""'],
    [["--cleaned", ""], '--cleaned must name a file, got ""'],
    [["--trees", "0"], '--trees must be a whole number above 0, got "0"'],
  ] as const)("cannot run with %s", async ([args, message], { scratch }) => {
    const { exitCode, stdout, stderr } = await evaluate(scratch, args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

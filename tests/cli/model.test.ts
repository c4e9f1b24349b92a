import { readFile } from "node:fs/promises";
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { expect } from "vitest";
import { formatModel, parseModel } from "../../src/core/model/model.ts";
import { test } from "../scratch.ts";
import { toyWords } from "../toy-model.ts";
import { runCli } from "./run-cli.ts";

const MODEL = formatModel({ words: toyWords, combination: undefined, threshold: 0.5, unsure: 0.2 });

test("exports a model that natural restores", async ({ scratch }) => {
  const model = await scratch.write("a.model", MODEL);
  const result = await runCli([
    "model",
    "export",
    "--natural",
    scratch.at("a.json"),
    "--model",
    model,
  ]);
  expect(result).toEqual({
    exitCode: 0,
    stdout: "",
    stderr: `tapis: exported ${toyWords.size} words\n`,
  });
  const classifier = BayesClassifier.restore(JSON.parse(await scratch.read("a.json")));
  expect(classifier.classify(["situs", "slot", "gacor"])).toBe("spam");
  expect(classifier.classify(["harga", "beras", "di", "pasar"])).toBe("ham");
});

test("imports what it exported", async ({ scratch }) => {
  const model = await scratch.write("a.model", MODEL);
  await runCli(["model", "export", "--natural", scratch.at("a.json"), "--model", model]);
  const out = scratch.at("b.model");
  const { exitCode, stderr } = await runCli([
    "model",
    "import",
    scratch.at("a.json"),
    "--out",
    out,
  ]);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 0,
    stderr: `tapis: imported ${toyWords.size} words\n`,
  });
  const { words, combination } = parseModel(await readFile(out));
  expect(combination).toBeUndefined();
  expect(words.words().toSorted()).toEqual(toyWords.words().toSorted());
  const sameIn = (logs: "spam" | "ham"): boolean =>
    words.words().every((word, at) => words[logs][at] === toyWords[logs][toyWords.find(word)]);
  expect([sameIn("spam"), sameIn("ham")]).toEqual([true, true]);
});

test("a file of other labels is refused, and nothing is written", async ({ scratch }) => {
  const classifier = new BayesClassifier();
  classifier.addDocument(["slot"], "__proto__");
  classifier.addDocument(["pasar"], "constructor");
  const path = await scratch.write("a.json", JSON.stringify(classifier));
  const { exitCode, stderr } = await runCli(["model", "import", path, "-o", scratch.at("b.model")]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    `${path}: is no BayesClassifier of natural with the labels ham and spam`,
  );
  expect(await scratch.list()).toEqual(["a.json"]);
});

test.for([
  [["model"], "Usage: tapis model"],
  [["model", "exprot"], "unknown command 'exprot'"],
  [["model", "export"], "required option '--natural <file>' not specified"],
  [["model", "import", "none.json", "-o", "x"], "none.json: no such file"],
  [["model", "import", "a.json", "-o", "a.json"], "is an input of this run"],
] as const)("says what is wrong with %s", async ([args, message]) => {
  const { exitCode, stdout, stderr } = await runCli(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("model import --help says what it takes", async () => {
  const { exitCode, stdout } = await runCli(["model", "import", "--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Usage: tapis model import [options] <file>");
});

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Bench, processPath } from "./bench.ts";
import { type Command, hasProgram, runCommand } from "./run-command.ts";
import type { TrainingParagraph } from "./training-paragraphs.ts";
import { writeChunks } from "./write-texts.ts";

/** A classifier that somebody might use instead, trained and ready; or how to get it. */
export type Alternative =
  | { readonly command: Command }
  | { readonly name: string; readonly install: string };

/** How many paragraphs the classifiers from npm learn from: natural compares each with every word. */
export const NPM_TRAINING = 10_000;

/** Trains fastText with its own settings, once on words and once on pairs of words too. */
export async function trainFastText(
  bench: Bench,
  training: readonly TrainingParagraph[],
  paragraphs: string,
): Promise<Alternative[]> {
  if (!hasProgram("fasttext")) {
    return [{ name: "fastText", install: "apt-get install fasttext" }];
  }
  const input = join(bench.scratch, "fasttext-training.txt");
  await writeChunks(
    input,
    training.map(({ label, text }) => `__label__${label} ${text}\n`),
  );
  const kinds = [
    { name: "fastText predict, words", options: ["-wordNgrams", "1"] },
    { name: "fastText predict, words and bigrams", options: ["-wordNgrams", "2"] },
  ];
  const alternatives: Alternative[] = [];
  for (const { name, options } of kinds) {
    bench.say(`training ${name}`);
    const model = join(bench.scratch, `fasttext-${options.join("")}`);
    const words = ["supervised", "-input", input, "-output", model, "-verbose", "0", ...options];
    const stdout = join(bench.scratch, "trained");
    await runCommand({ name, program: "fasttext", args: words, stdout });
    const args = ["predict", `${model}.bin`, paragraphs];
    alternatives.push({ command: { name, program: "fasttext", args, stdout, isPinned: true } });
  }
  return alternatives;
}

/** Trains bogofilter, which takes each paragraph for a message. */
export async function trainBogofilter(
  bench: Bench,
  training: readonly TrainingParagraph[],
  paragraphs: string,
): Promise<Alternative> {
  const name = "bogofilter";
  if (!hasProgram(name, ["-V"])) {
    return { name, install: "apt-get install bogofilter" };
  }
  bench.say("training bogofilter");
  const words = join(bench.scratch, "bogofilter");
  const stdout = join(bench.scratch, "trained");
  await mkdir(words);
  for (const label of ["spam", "ham"]) {
    const mails = join(bench.scratch, `${label}.mbox`);
    await writeMails(
      mails,
      training.filter((one) => one.label === label).map(({ text }) => text),
    );
    const args = ["-d", words, label === "spam" ? "-s" : "-n", "-M", "-I", mails];
    await runCommand({ name, program: name, args, stdout });
  }
  const mails = join(bench.scratch, "paragraphs.mbox");
  const lines = (await readFile(paragraphs, "utf8")).split("\n").filter((line) => line !== "");
  await writeMails(mails, lines);
  const args = ["-d", words, "-M", "-T", "-I", mails];
  // It says with its exit code what the last message was.
  const exitCodes = [0, 1, 2];
  return { command: { name, program: name, args, stdout, isPinned: true, exitCodes } };
}

function writeMails(path: string, texts: readonly string[]): Promise<void> {
  const head =
    "From a Thu Jan  1 00:00:00 2026\nFrom: a@example.org\nContent-Type: text/plain; charset=utf-8\n\n";
  return writeChunks(
    path,
    texts.map((text) => `${head}${text.replace(/^From /u, ">From ")}\n\n`),
  );
}

const Classified = z.object({
  count: z.number(),
  elapsedMs: z.number(),
  trainingMs: z.number(),
});

/** What a classifier from npm did: paragraphs labelled, the time of that, and the time of training. */
export type NpmRun = z.infer<typeof Classified> & { readonly peakBytes: number | undefined };

/** Trains and runs a classifier from npm, in a process of its own. */
export async function runNpmClassifier(
  bench: Bench,
  which: "natural" | "wink",
  training: readonly TrainingParagraph[],
  paragraphs: string,
): Promise<NpmRun> {
  bench.say(`training and running ${which}`);
  const input = join(bench.scratch, "npm-training.json");
  await writeFile(input, JSON.stringify(training.map(({ label, text }) => [label, text])));
  const stdout = join(bench.scratch, "npm-answer");
  const labels = join(bench.scratch, "npm-labels");
  const { peakBytes } = await runCommand({
    name: which,
    program: process.execPath,
    args: [
      "--max-old-space-size=8192",
      processPath("classifier-process"),
      which,
      input,
      paragraphs,
      labels,
    ],
    stdout,
    isPinned: true,
  });
  const answer: unknown = JSON.parse(await readFile(stdout, "utf8"));
  return { ...Classified.parse(answer), peakBytes };
}

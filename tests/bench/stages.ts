import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createTextCleaner } from "../../src/core/clean/cleaner.ts";
import { combinedPosteriors } from "../../src/core/clean/combine.ts";
import { documentWords } from "../../src/core/clean/document-words.ts";
import { unitEvidence } from "../../src/core/clean/unit-evidence.ts";
import { unitsOf } from "../../src/core/clean/units.ts";
import { type Model, parseModel } from "../../src/core/model/model.ts";
import { tokenize } from "../../src/core/text/tokenize.ts";
import { type Bench, SEED } from "./bench.ts";
import { generateArticles } from "./generate-articles.ts";
import { measureWork } from "./measure.ts";
import { figuresOf, formatNumber, type Section, throughput } from "./table.ts";
import { MEGABYTE } from "./write-texts.ts";

const DEFAULT_SIZE = 4;

/** Throughput of each stage of cleaning, in this process and on its main thread, texts in memory. */
export async function measureStages(bench: Bench): Promise<Section[]> {
  const size = bench.size ?? DEFAULT_SIZE;
  const model = parseModel(await readFile(join(bench.root, "models", "tapis.model")));
  const kinds = [0, 1].map((spamShare) => {
    const texts = drawTexts(bench, size * MEGABYTE, spamShare);
    const sizeBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return Object.entries(stages(texts, model)).map(([name, work]) => {
      bench.say(`${name}, ${spamShare === 0 ? "clean" : "with spam"}`);
      return { name, speed: throughput(sizeBytes, measureWork(work, bench.runCount)) ?? 0 };
    });
  });
  const [clean = [], injected = []] = kinds;
  const ratio = (of: typeof clean, index: number): string =>
    formatNumber((of[index]?.speed ?? 0) / (of[0]?.speed ?? 0));
  return [
    {
      title: "Stages, one thread",
      command: `npm run bench -- stages --size ${size} --runs ${bench.runCount}`,
      columns: ["stage", "clean articles, MB/s", "ratio", "articles with spam, MB/s", "ratio"],
      rows: clean.map(({ name, speed }, index) => [
        name,
        formatNumber(speed),
        ratio(clean, index),
        formatNumber(injected[index]?.speed),
        ratio(injected, index),
      ]),
      notes: [
        "Megabytes of UTF-8 text. The ratio is to JSON in the same process. The stage of document words holds tokenizing, that of evidence holds document words; forests are given the evidence.",
      ],
      figures: figuresOf({
        ...Object.fromEntries(clean.map(({ name, speed }) => [`${name}, clean, MB/s`, speed])),
        ...Object.fromEntries(injected.map(({ name, speed }) => [`${name}, spam, MB/s`, speed])),
      }),
    },
  ];
}

function drawTexts(bench: Bench, sizeBytes: number, spamShare: number): string[] {
  const texts: string[] = [];
  let written = 0;
  for (const { text } of generateArticles(bench.texts, { seed: SEED, spamShare })) {
    texts.push(text);
    written += Buffer.byteLength(text);
    if (written >= sizeBytes) break;
  }
  return texts;
}

function stages(texts: readonly string[], model: Model): Record<string, () => void> {
  const { words, combination } = model;
  const cleaner = createTextCleaner(model);
  const lines = texts.map((text) => JSON.stringify({ text }));
  const documents = texts.map((text) => ({ text, units: unitsOf(text) }));
  const evidence = documents.map(({ text, units }) => unitEvidence(text, units, words));
  return {
    "JSON.parse + JSON.stringify": () => lines.forEach((line) => JSON.stringify(JSON.parse(line))),
    segment: () => texts.forEach((text) => unitsOf(text)),
    tokenize: () => texts.forEach((text) => tokenize(text)),
    "document words": () =>
      documents.forEach(({ text, units }) => documentWords(text, units, words)),
    evidence: () => documents.forEach(({ text, units }) => unitEvidence(text, units, words)),
    ...(combination && {
      forests: () => evidence.forEach((one) => combinedPosteriors(one, combination)),
    }),
    "clean, as a whole": () => texts.forEach((text) => cleaner.clean(text)),
  };
}

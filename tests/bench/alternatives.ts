import { readFile } from "node:fs/promises";
import { type Bench, cleanCommand, jobCounts, jobNotes, SEED } from "./bench.ts";
import { measureCommands } from "./measure.ts";
import {
  NPM_TRAINING,
  runNpmClassifier,
  trainBogofilter,
  trainFastText,
} from "./other-classifiers.ts";
import { figuresOf, formatNumber, formatSize, formatTime, type Section } from "./table.ts";
import { drawTrainingParagraphs, trainingSource } from "./training-paragraphs.ts";
import { MEGABYTE, writeArticles } from "./write-texts.ts";

const DEFAULT_SIZE = 20;

/** Paragraphs that fastText and bogofilter learn from. */
const TRAINING = 100_000;

interface Row {
  readonly name: string;
  readonly articlesPerSecond: number | undefined;
  readonly peakBytes: number | undefined;
}

/** Articles per second of Tapis and of classifiers that label the same articles paragraph by paragraph. */
export async function measureAlternatives(bench: Bench): Promise<Section[]> {
  const size = bench.size ?? DEFAULT_SIZE;
  const options = { seed: SEED, spamShare: 0.1 };
  const articles = await writeArticles(bench.scratch, bench.texts, {
    ...options,
    layout: "jsonl",
    until: { sizeBytes: size * MEGABYTE },
  });
  const { articleCount } = articles;
  const { path: paragraphs } = await writeArticles(bench.scratch, bench.texts, {
    ...options,
    layout: "paragraphs",
    until: { articleCount },
  });
  const paragraphCount = (await readFile(paragraphs, "utf8")).trimEnd().split("\n").length;
  const source = trainingSource(bench.root);
  bench.say("drawing training paragraphs");
  const training = await drawTrainingParagraphs(source, TRAINING);
  const some = await drawTrainingParagraphs(source, NPM_TRAINING);

  const alternatives = [
    ...(await trainFastText(bench, training, paragraphs)),
    await trainBogofilter(bench, training, paragraphs),
  ];
  const commands = alternatives.flatMap((one) => ("command" in one ? [one.command] : []));
  const missing = alternatives.flatMap((one) => ("command" in one ? [] : [one]));
  const tapis = jobCounts().map((jobs) => cleanCommand(bench, articles.path, { jobs }));
  bench.say("measuring");
  const measured = await measureCommands([...tapis, ...commands], { runCount: bench.runCount });
  const rows: Row[] = measured.map(({ name, elapsedMs = Number.NaN, peakBytes }) => ({
    name,
    articlesPerSecond: articleCount / (elapsedMs / 1000),
    peakBytes,
  }));
  const npmNotes: string[] = [];
  for (const which of ["natural", "wink"] as const) {
    const { count, elapsedMs, trainingMs, peakBytes } = await runNpmClassifier(
      bench,
      which,
      some,
      paragraphs,
    );
    const paragraphsPerSecond = count / (elapsedMs / 1000);
    const name = which === "wink" ? "wink-naive-bayes-text-classifier" : which;
    const articlesPerSecond = (paragraphsPerSecond * articleCount) / paragraphCount;
    rows.push({ name, articlesPerSecond, peakBytes });
    npmNotes.push(
      `${name} learnt from ${some.length.toLocaleString("en")} paragraphs in ${formatTime(trainingMs)}, which is not counted, and labelled ${count.toLocaleString("en")}, once.`,
    );
  }
  const own = rows[0]?.articlesPerSecond ?? Number.NaN;
  return [
    {
      title: "Beside other classifiers",
      command: `npm run bench -- alternatives --size ${size} --runs ${bench.runCount}`,
      columns: ["", "articles/s", "paragraphs/s", "tapis against it", "peak memory"],
      rows: rows.map(({ name, articlesPerSecond = Number.NaN, peakBytes }) => [
        name,
        formatNumber(articlesPerSecond),
        formatNumber((articlesPerSecond * paragraphCount) / articleCount),
        formatNumber(own / articlesPerSecond),
        formatSize(peakBytes),
      ]),
      notes: [
        `The same ${articleCount.toLocaleString("en")} articles (${formatSize(articles.sizeBytes)}, ${paragraphCount.toLocaleString("en")} paragraphs): Tapis reads and writes them as JSON Lines, the others read one paragraph a line, and write a label for each. Starting, reading and writing included, one core unless said; medians of ${bench.runCount} runs. fastText and bogofilter learnt from ${training.length.toLocaleString("en")} paragraphs of ${source.name}.`,
        ...npmNotes,
        ...missing.map(({ name, install }) => `${name}: left out; \`${install}\` installs it.`),
        ...jobNotes(),
      ],
      figures: figuresOf(
        Object.fromEntries(rows.map((row) => [`${row.name}, articles/s`, row.articlesPerSecond])),
      ),
    },
  ];
}

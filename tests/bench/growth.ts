import { rm } from "node:fs/promises";
import { type Bench, cleanCommand, jobCounts, jobNotes, SEED } from "./bench.ts";
import { jsonCommand } from "./limits.ts";
import { type Measured, measureCommands } from "./measure.ts";
import { growthExponent } from "./statistics.ts";
import {
  figuresOf,
  formatNumber,
  formatSize,
  formatTime,
  type Section,
  throughput,
} from "./table.ts";
import { MEGABYTE, type TextsFile, writeArticles } from "./write-texts.ts";

const DEFAULT_LARGEST = 1000;
const STEPS = [0.001, 0.01, 0.1, 1];

interface Step {
  readonly file: TextsFile;
  readonly measured: readonly Measured[];
}

/** Time and memory as the input grows a thousandfold, and the exponent of time. */
export async function measureGrowth(bench: Bench): Promise<Section[]> {
  const largest = bench.size ?? DEFAULT_LARGEST;
  const empty = await measureStep(bench, { articleCount: 1 });
  const steps: Step[] = [];
  for (const step of STEPS) {
    steps.push(await measureStep(bench, { sizeBytes: Math.round(step * largest * MEGABYTE) }));
  }
  const programs = empty.measured.map(({ name, elapsedMs: emptyMs = 0 }, index) => {
    const runs = steps.map(({ file, measured }) => ({ file, measured: measured[index] }));
    const timings = runs.flatMap(({ file, measured }) =>
      measured?.elapsedMs === undefined
        ? []
        : [{ size: file.sizeBytes, elapsed: measured.elapsedMs }],
    );
    const peaks = runs.map(({ measured }) => measured?.peakBytes ?? Number.NaN);
    return { name, runs, exponent: growthExponent(timings, emptyMs), peaks };
  });
  return [
    {
      title: "Growth",
      command: `npm run bench -- growth --size ${largest} --runs ${bench.runCount}`,
      columns: ["", "JSON Lines", "time", "MB/s", "peak memory", "exponent of time"],
      rows: programs.flatMap(({ name, runs, exponent }) =>
        runs.map(({ file, measured }, index) => [
          index === 0 ? name : "",
          formatSize(file.sizeBytes),
          formatTime(measured?.elapsedMs),
          formatNumber(throughput(file.sizeBytes, measured?.elapsedMs)),
          formatSize(measured?.peakBytes),
          index === 0 ? formatNumber(exponent) : "",
        ]),
      ),
      notes: [
        `One article in ten with spam; medians of ${bench.runCount} runs, peaks the highest of them. The exponent is fitted by least squares to the logarithms of size and time, without the time that a single article takes; 1 is linear.`,
        ...jobNotes(),
      ],
      figures: figuresOf(
        Object.fromEntries(
          programs.flatMap(({ name, exponent, peaks }) => [
            [`${name}, exponent`, exponent],
            [`${name}, peak memory of the largest against 1/100 of it`, ratio(peaks[3], peaks[1])],
          ]),
        ),
      ),
    },
  ];
}

function ratio(a = Number.NaN, b = Number.NaN): number {
  return a / b;
}

async function measureStep(
  bench: Bench,
  until: { sizeBytes: number } | { articleCount: number },
): Promise<Step> {
  const options = { layout: "jsonl", seed: SEED, spamShare: 0.1, until } as const;
  const file = await writeArticles(bench.scratch, bench.texts, options);
  bench.say(`growth: ${formatSize(file.sizeBytes)}`);
  const measured = await measureCommands(
    [
      ...jobCounts().map((jobs) => cleanCommand(bench, file.path, { jobs })),
      jsonCommand(bench, file.path),
    ],
    { runCount: bench.runCount, warmUp: file.sizeBytes < 500 * MEGABYTE },
  );
  await rm(file.path);
  return { file, measured };
}

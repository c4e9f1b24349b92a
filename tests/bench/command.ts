import { join } from "node:path";
import { type Bench, cleanCommand, jobCounts, jobNotes, SEED } from "./bench.ts";
import { jsonCommand, limitCommands, measureJson } from "./limits.ts";
import { type Measured, measureCommands } from "./measure.ts";
import { figuresOf, formatNumber, formatSize, type Section, throughput } from "./table.ts";
import { MEGABYTE, type TextsFile, writeArticleFiles, writeArticles } from "./write-texts.ts";

const DEFAULT_SIZE = 20;

/** Throughput and memory of the whole command, start included, beside what reading the same text takes at the least. */
export async function measureWholeCommand(bench: Bench): Promise<Section[]> {
  const size = bench.size ?? DEFAULT_SIZE;
  const sizeBytes = size * MEGABYTE;
  const write = (layout: "jsonl" | "text", spamShare: number, until: { sizeBytes: number }) =>
    writeArticles(bench.scratch, bench.texts, { layout, seed: SEED, spamShare, until });
  const clean = await write("jsonl", 0, { sizeBytes });
  const injected = await write("jsonl", 0.1, { sizeBytes });
  const single = await write("text", 0, { sizeBytes: Math.min(sizeBytes, MEGABYTE) });
  const files = await writeArticleFiles(bench.scratch, bench.texts, { seed: SEED, sizeBytes });
  const out = ["--out", join(bench.scratch, "cleaned-files")];
  const inputs: readonly [string, TextsFile, readonly string[]][] = [
    ["JSON Lines, clean articles", clean, []],
    ["JSON Lines, one in ten with spam", injected, []],
    ["text files, one article each", files, out],
    ["one text of many articles", single, []],
  ];
  const sections: Section[] = [];
  for (const [name, file, flags] of inputs) {
    bench.say(`${name}: ${formatSize(file.sizeBytes)}`);
    // A folder has no single file for the limits to read; they read the same articles as JSON Lines.
    const limits = file === files ? clean : file;
    const tapis = jobCounts().map((jobs) => cleanCommand(bench, file.path, { jobs, flags }));
    const lines = file === single ? clean : limits;
    const measured = await measureCommands(
      [...tapis, jsonCommand(bench, lines.path), ...limitCommands(bench, limits.path)],
      { runCount: bench.runCount },
    );
    const jsonMs = await measureJson(bench, lines.path);
    sections.push(sectionOf(bench, size, { name, file, lines, limits, measured, jsonMs }));
  }
  return sections;
}

interface Input {
  readonly name: string;
  readonly file: TextsFile;
  /** What was parsed as JSON. */
  readonly lines: TextsFile;
  /** What `cat` and `wc` read. */
  readonly limits: TextsFile;
  readonly measured: readonly Measured[];
  readonly jsonMs: number;
}

function sectionOf(bench: Bench, size: number, input: Input): Section {
  const { name, file, lines, limits, jsonMs } = input;
  const jsonSpeed = throughput(lines.sizeBytes, jsonMs) ?? Number.NaN;
  const speeds = input.measured.map((one) => {
    const read = one.name.startsWith("tapis") ? file : one.name.startsWith("JSON") ? lines : limits;
    return { ...one, speed: throughput(read.sizeBytes, one.elapsedMs) };
  });
  const [one, two] = speeds.filter((speed) => speed.name.startsWith("tapis"));
  const rows = [
    ...speeds,
    {
      name: "JSON.parse + JSON.stringify, lines in memory",
      speed: jsonSpeed,
      peakBytes: undefined,
    },
  ];
  return {
    title: `The whole command: ${name}`,
    command: `npm run bench -- command --size ${size} --runs ${bench.runCount}`,
    columns: ["", "MB/s", "ratio to JSON in memory", "peak memory"],
    rows: rows.map(({ name: of, speed, peakBytes }) => [
      of,
      formatNumber(speed),
      formatNumber(speed === undefined ? undefined : speed / jsonSpeed),
      formatSize(peakBytes),
    ]),
    notes: [
      `${formatSize(file.sizeBytes)}, ${file.articleCount.toLocaleString("en")} articles; medians of ${bench.runCount} runs, the programs in turn, starting included.`,
      ...jobNotes(),
    ],
    figures: figuresOf({
      ...Object.fromEntries(rows.map(({ name: of, speed }) => [`${of}, MB/s`, speed])),
      "ratio to JSON": one?.speed === undefined ? undefined : one.speed / jsonSpeed,
      "all cores against one": (one?.elapsedMs ?? Number.NaN) / (two?.elapsedMs ?? Number.NaN),
    }),
  };
}

import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Bench, cleanCommand } from "./bench.ts";
import { hostileFile, hostileTexts, type HostileText } from "./hostile-texts.ts";
import { type Measured, measureCommand } from "./measure.ts";
import { growthExponent, type Timing } from "./statistics.ts";
import {
  figuresOf,
  formatNumber,
  formatSize,
  formatTime,
  type Section,
  throughput,
} from "./table.ts";
import { writeChunks } from "./write-texts.ts";

const DEFAULT_LARGEST = 100;
/** Each text is measured at these shares of its largest size. */
const STEPS = [0.125, 0.25, 0.5, 1];
/** Nobody waits longer for one document. */
const LIMIT_MS = 120_000;

interface Series {
  readonly text: HostileText;
  /** The largest that was measured. */
  readonly sizeBytes: number;
  readonly measured: Measured;
  readonly exponent: number;
}

/** Time and memory on the worst inputs, each one document, and the exponent of time over a growing one. */
export async function measureHostile(bench: Bench): Promise<Section[]> {
  const largest = bench.size ?? DEFAULT_LARGEST;
  const series: Series[] = [];
  for (const text of hostileTexts(bench.texts)) {
    series.push(await measureSeries(bench, text, largest / DEFAULT_LARGEST));
  }
  return [
    {
      title: "The worst inputs",
      command: `npm run bench -- hostile --size ${largest} --runs ${bench.runCount}`,
      columns: ["one document of", "size", "time", "MB/s", "peak memory", "exponent of time"],
      rows: series.map(({ text, sizeBytes, measured, exponent }) => [
        text.name,
        formatSize(sizeBytes),
        measured.fault ?? formatTime(measured.elapsedMs),
        formatNumber(throughput(sizeBytes, measured.elapsedMs)),
        formatSize(measured.peakBytes),
        formatNumber(exponent),
      ]),
      notes: [
        `One core; with \`--size 100\` the paragraphs of one word are a million, those of spam a hundred thousand. Medians of ${bench.runCount} runs. The exponent is fitted to an eighth, a quarter, a half and the whole of each, without the time that an empty document takes; 1 is linear.`,
      ],
      figures: figuresOf(
        Object.fromEntries(
          series.map(({ text, exponent }) => [`${text.name}, exponent`, exponent]),
        ),
      ),
    },
  ];
}

async function measureSeries(bench: Bench, text: HostileText, scale: number): Promise<Series> {
  const empty = await measureLength(bench, text, 1);
  const timings: Timing[] = [];
  let last = empty;
  for (const step of STEPS) {
    last = await measureLength(bench, text, Math.round(text.largest * scale * step));
    // What fails at one size is not tried at the next.
    if (last.measured.elapsedMs === undefined) break;
    timings.push({ size: last.sizeBytes, elapsed: last.measured.elapsedMs });
  }
  return { text, ...last, exponent: growthExponent(timings, empty.measured.elapsedMs ?? 0) };
}

async function measureLength(
  bench: Bench,
  text: HostileText,
  length: number,
): Promise<{ readonly sizeBytes: number; readonly measured: Measured }> {
  const path = join(bench.scratch, `hostile.${text.extension}`);
  await writeChunks(path, hostileFile(text, length));
  const { size: sizeBytes } = await stat(path);
  bench.say(`${text.name}: ${formatSize(sizeBytes)}`);
  // A document that is refused, and said to be, is an answer too.
  const command = { ...cleanCommand(bench, path, { jobs: 1 }), exitCodes: [0, 1] };
  const options = { runCount: bench.runCount, warmUp: false, limitMs: LIMIT_MS, mayFail: true };
  const measured = await measureCommand(command, options);
  await rm(path);
  return { sizeBytes, measured };
}

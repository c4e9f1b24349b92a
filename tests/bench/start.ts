import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Bench, cleanCommand, cliPath, SEED } from "./bench.ts";
import { measureCommands } from "./measure.ts";
import type { Command } from "./run-command.ts";
import { median } from "./statistics.ts";
import { figuresOf, formatNumber, formatSize, formatTime, type Section } from "./table.ts";
import { MEGABYTE, writeArticles } from "./write-texts.ts";

const RUNS = 20;
const SENTENCE = "Pemerintah kota memperbaiki tiga jembatan sebelum musim hujan tiba.";
const DEFAULT_SIZE = 10;

/** Time from the shell's prompt to the first cleaned article, beside that of Node.js doing nothing. */
export async function measureStart(bench: Bench): Promise<Section[]> {
  const shell = (name: string, words: string): Command => ({
    name,
    program: "sh",
    args: ["-c", `echo "${SENTENCE}" | "${process.execPath}" ${words}`],
    stdout: join(bench.scratch, "started"),
  });
  bench.say("start");
  const [idle, tapis] = await measureCommands(
    [shell("node -e 0", "-e 0"), shell('echo "…" \\| tapis clean', `"${cliPath(bench)}" clean`)],
    { runCount: RUNS },
  );
  const size = bench.size ?? DEFAULT_SIZE;
  const file = await writeArticles(bench.scratch, bench.texts, {
    layout: "jsonl",
    seed: SEED,
    until: { sizeBytes: size * MEGABYTE },
  });
  const command = cleanCommand(bench, file.path);
  const firstMs: number[] = [];
  for (let round = 0; round <= RUNS; round++) firstMs.push(await firstOutputMs(command));
  const first = median(firstMs.slice(1));
  const rows: [string, number | undefined, number | undefined][] = [
    [idle?.name ?? "", idle?.elapsedMs, idle?.peakBytes],
    [tapis?.name ?? "", tapis?.elapsedMs, tapis?.peakBytes],
    [`first output from ${size} MB of JSON Lines`, first, undefined],
  ];
  const idleMs = idle?.elapsedMs ?? Number.NaN;
  return [
    {
      title: "Time to the first result",
      command: `npm run bench -- start --size ${size}`,
      columns: ["", "time", "ratio to node -e 0", "peak memory"],
      rows: rows.map(([name, ms, peakBytes]) => [
        name,
        formatTime(ms),
        formatNumber((ms ?? Number.NaN) / idleMs),
        formatSize(peakBytes),
      ]),
      notes: [`Medians of ${RUNS} runs, the programs in turn.`],
      figures: figuresOf({
        "node -e 0, ms": idle?.elapsedMs,
        "tapis clean, ms": tapis?.elapsedMs,
        "first output, ms": first,
      }),
    },
  ];
}

function firstOutputMs({ program, args }: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"] });
    let elapsedMs = Number.NaN;
    child.stdout.once("data", () => {
      elapsedMs = performance.now() - started;
      child.kill();
    });
    child.stdout.resume();
    child.once("error", reject);
    child.once("close", () => resolve(elapsedMs));
  });
}

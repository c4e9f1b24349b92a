import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { type Bench, processPath } from "./bench.ts";
import { figuresOf, formatNumber, formatSize, formatTime, type Section } from "./table.ts";

const execute = promisify(execFile);
const DEFAULT_LARGEST = 1000;

/** Ways for documents to go through, by what they are called. */
const MODES = [
  ["alone", "`cleanDocuments`"],
  ["workers", "`cleanDocuments`, two workers"],
  ["transform", "`cleaningTransform`"],
  ["web", "`cleaningStream`"],
] as const;

const Answer = z.object({
  documentCount: z.number(),
  sizeBytes: z.number(),
  mostAhead: z.number(),
  elapsedMs: z.number(),
  peakBytes: z.number(),
});

/** Memory of streams of documents whose consumer is slow, and how far the source ran ahead of it. */
export async function measureStreams(bench: Bench): Promise<Section[]> {
  const largest = bench.size ?? DEFAULT_LARGEST;
  const rows: [string, z.infer<typeof Answer>][] = [];
  for (const [mode, name] of MODES) {
    for (const size of [largest / 100, largest]) {
      bench.say(`streams: ${name}, ${size} MB`);
      const args = [processPath("streams-process"), mode, String(size), bench.root];
      const { stdout } = await execute(process.execPath, args);
      rows.push([name, Answer.parse(JSON.parse(stdout))]);
    }
  }
  return [
    {
      title: "Streams with a slow consumer",
      command: `npm run bench -- streams --size ${largest}`,
      columns: ["", "documents", "text", "time", "most ahead", "peak memory"],
      rows: rows.map(([name, { documentCount, sizeBytes, mostAhead, elapsedMs, peakBytes }]) => [
        name,
        formatNumber(documentCount),
        formatSize(sizeBytes),
        formatTime(elapsedMs),
        formatNumber(mostAhead),
        formatSize(peakBytes),
      ]),
      notes: ["The consumer rests for a millisecond after each document; a run of each."],
      figures: figuresOf(
        Object.fromEntries(
          rows.map(([name, { sizeBytes, peakBytes }]) => [
            `${name}, peak memory at ${formatSize(sizeBytes)}`,
            peakBytes,
          ]),
        ),
      ),
    },
  ];
}

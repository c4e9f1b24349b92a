import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureAlternatives } from "./alternatives.ts";
import type { Bench } from "./bench.ts";
import { measureWholeCommand } from "./command.ts";
import { measureDemo } from "./demo.ts";
import { readExampleTexts } from "./example-texts.ts";
import { measureGrowth } from "./growth.ts";
import { measureHostile } from "./hostile.ts";
import { describeMachine } from "./machine.ts";
import { measureStages } from "./stages.ts";
import { measureStart } from "./start.ts";
import { formatSection, type Section } from "./table.ts";

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<Section[]>>> = {
  stages: measureStages,
  command: measureWholeCommand,
  start: measureStart,
  alternatives: measureAlternatives,
  growth: measureGrowth,
  hostile: measureHostile,
  demo: measureDemo,
};
const DEFAULT_PARTS = ["stages", "command", "start", "alternatives"];

const USAGE = `Measures how fast Tapis is, and prints Markdown.

npm run bench -- [parts…] [--size MB] [--runs N] [--json FILE]

Parts:
  stages        each stage of cleaning, in one process
  command       the whole command beside cat, wc -w and JSON
  start         time to the first result
  alternatives  natural, wink, fastText, bogofilter on the same paragraphs
  growth        time and memory at 1, 10, 100 and 1,000 MB (long)
  hostile       time and memory on the worst inputs (long)
  demo          a key pressed in the demo page, in Chromium

Without a part: ${DEFAULT_PARTS.join(", ")}.

  --size MB    megabytes to measure on; the largest size for growth and hostile
               (default: what suits the part)
  --runs N     runs that count (default: 5)
  --json FILE  write the figures there as well`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string" },
    runs: { type: "string", default: "5" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
} else {
  await main().catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  });
}

async function main(): Promise<void> {
  const names = positionals.length > 0 ? positionals : DEFAULT_PARTS;
  const parts = names.map((name) => {
    const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (part === undefined) throw new RangeError(`bench: no part "${name}"; see --help`);
    return part;
  });
  const root = process.cwd();
  const scratch = await mkdtemp(join(tmpdir(), "tapis-bench-"));
  const bench: Bench = {
    root,
    scratch,
    texts: await readExampleTexts(root),
    size: values.size === undefined ? undefined : positive(values.size, "--size"),
    runCount: positive(values.runs, "--runs"),
    say: (message) => console.error(`bench: ${message}`),
  };
  const machine = describeMachine(root);
  const sections: Section[] = [];
  console.log(`${machine}.`);
  // A stop from the keyboard leaves no gigabyte behind.
  process.once("SIGINT", () => void rm(scratch, { recursive: true }).then(() => process.exit(130)));
  try {
    for (const part of parts) {
      for (const section of await part(bench)) {
        sections.push(section);
        console.log(`\n${formatSection(section)}`);
      }
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ machine, sections }, null, 2)}\n`);
  }
}

function positive(text: string, flag: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new RangeError(`bench: ${flag} must be above 0, got ${text}`);
  return number;
}

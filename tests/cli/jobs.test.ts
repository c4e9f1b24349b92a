import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "vitest";
import { type Scratch, test } from "../scratch.ts";

const execute = promisify(execFile);

/** What `npm run build` makes. */
const MAIN = new URL("../../dist/bin/tapis.js", import.meta.url).pathname;

const ARTICLES = "data/examples/articles";

/** A megabyte more than is cleaned before workers are started. */
const BYTES = 5 * 1024 * 1024;

/** Example articles among long clean records, blank lines and lines that cannot be read. */
async function writeRecords(scratch: Scratch): Promise<string> {
  const filler = "Harga beras naik di pasar induk pekan ini, kata kepala dinas. ".repeat(30);
  let round = "\r\noops\n";
  for (const name of await readdir(ARTICLES)) {
    const text = await readFile(`${ARTICLES}/${name}`, "utf8");
    round += `${JSON.stringify({ id: name, text })}\n`;
    round += `${JSON.stringify({ text: "Harga beras naik.", other: filler.repeat(4) })}\n`;
  }
  return scratch.write("in.jsonl", round.repeat(Math.ceil(BYTES / round.length)));
}

/** Cleans a file and gives back everything that was written. */
async function clean(path: string, jobs: number, scratch: Scratch): Promise<string[]> {
  const files = ["in.jsonl", "removed", "rejects"];
  const at = (name: string): string => scratch.at(`${jobs}/${name}`);
  const side = ["--removed", at("removed"), "--rejects", at("rejects")];
  const args = ["clean", path, "--out", scratch.at(`${jobs}`), "--jobs", `${jobs}`, ...side];
  // Rejected records make the exit code 1, which `execFile` takes for a failure.
  const done = await execute(process.execPath, [MAIN, ...args]).catch((error: unknown) => error);
  expect(done).toMatchObject({ code: 1, stderr: expect.stringMatching(/records rejected\n$/) });
  return Promise.all(files.map((name) => scratch.read(`${jobs}/${name}`)));
}

test("any number of threads gives the same bytes", { timeout: 60_000 }, async ({ scratch }) => {
  const path = await writeRecords(scratch);
  const [one, three] = [await clean(path, 1, scratch), await clean(path, 3, scratch)];
  for (const [index, content] of one.entries()) {
    expect(content.length).toBeGreaterThan(1000);
    expect(three[index] === content).toBe(true);
  }
});

/** Cleans a file in this process and tells whether the code for workers was loaded. */
const SCRIPT = `
  const [main, path, jobs] = process.argv.slice(1);
  process.argv = [process.execPath, main, "clean", path, "--jobs", jobs, "--dry-run"];
  process.on("exit", (exitCode) => {
    const isLoaded = Object.keys(require.cache).some((path) => path.includes("/piscina/"));
    console.log(JSON.stringify({ exitCode, isLoaded }));
  });
  require(main);
`;

test.for([
  { what: "a small input", bytes: 1024, jobs: "3", isLoaded: false },
  { what: "one job", bytes: BYTES, jobs: "1", isLoaded: false },
  { what: "a large input and three jobs", bytes: BYTES, jobs: "3", isLoaded: true },
])(
  "is the code for workers loaded for $what: $isLoaded",
  { timeout: 30_000 },
  async ({ bytes, jobs, isLoaded }, { scratch }) => {
    const record = `${JSON.stringify({ text: "Harga beras naik.", other: "x".repeat(1000) })}\n`;
    const path = await scratch.write("a.jsonl", record.repeat(bytes / 1024));
    const args = ["--eval", SCRIPT, MAIN, path, jobs];
    const { stdout } = await execute(process.execPath, args);
    expect(JSON.parse(stdout)).toEqual({ exitCode: 0, isLoaded });
  },
);

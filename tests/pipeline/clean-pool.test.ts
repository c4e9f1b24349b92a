import { expect } from "vitest";
import {
  type CleanPool,
  type CleanWorkers,
  createCleanPool,
} from "../../src/pipeline/clean-pool.ts";
import { PLAIN_RULES, type SourceBlock } from "../../src/pipeline/clean-block.ts";
import { type Scratch, test } from "../scratch.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

/** Answers with the block itself, and says that there was one document. */
const ANSWER = `({
  kind: "cleaned",
  cleaned: {
    bytes: block.bytes, hasCuts: false, isVoid: false, removed: "", rejects: "", warnings: [],
    tally: { documents: 1, paragraphs: 0, cut: 0, rejected: 0, spared: 0, dropped: 0 },
  },
})`;

function blockOf(content: string): SourceBlock {
  const bytes = Buffer.from(content);
  const start = { offset: 0, line: 7 };
  const options = { textKey: "text" };
  return { name: "a", format: "jsonl", options, start, bytes, rules: PLAIN_RULES };
}

interface OpenedPool {
  readonly pool: CleanPool;
  /** What was told of workers that ended. */
  readonly ends: readonly string[];
}

function openPool(options: Partial<CleanWorkers>): OpenedPool {
  const ends: string[] = [];
  const onWorkerEnd = (message: string): number => ends.push(message);
  const workers = { count: 2, load: {}, onWorkerEnd, ownBytes: 0, smallBytes: 0, ...options };
  return { pool: createCleanPool(standInCleaner, workers), ends };
}

/** A pool whose workers run this before they answer. */
async function openPoolOf(scratch: Scratch, code: string): Promise<OpenedPool> {
  await scratch.write(
    "worker.mjs",
    `import { writeFileSync } from "node:fs";
    export async function cleanInWorker({ block, load }) { ${code}; return ${ANSWER}; }`,
  );
  return openPool({ url: scratch.url("worker.mjs") });
}

test("the first bytes are cleaned here, and only what comes then by workers", async ({
  scratch,
}) => {
  const { pool } = openPool({ url: scratch.url("no.mjs"), ownBytes: 40 });
  const block = blockOf('{"text":"slot\\nnews"}\n');
  expect((await pool.clean(block)).tally.cut).toBe(1);
  await expect(pool.clean(block)).rejects.toThrow("no.mjs");
  await pool.close();
});

test("a small block is cleaned here, however much was before it", async ({ scratch }) => {
  const block = blockOf('{"text":"news"}\n');
  const { pool } = openPool({ url: scratch.url("no.mjs"), smallBytes: block.bytes.length + 1 });
  expect((await pool.clean(block)).tally.documents).toBe(1);
  expect((await pool.clean(block)).tally.documents).toBe(1);
  await expect(pool.clean(blockOf('{"text":"news, longer"}\n'))).rejects.toThrow("no.mjs");
  await pool.close();
});

test("a block stays where it is when it is sent to a worker", async ({ scratch }) => {
  const { pool, ends } = await openPoolOf(scratch, "");
  const block = blockOf("news\n");
  const { bytes, tally } = await pool.clean(block);
  expect(Buffer.from(bytes).toString()).toBe("news\n");
  expect(tally.documents).toBe(1);
  expect(block.bytes).toHaveLength(5);
  expect(ends).toEqual([]);
  await pool.close();
});

test("a block over which a worker ends is cleaned again", async ({ scratch }) => {
  const { pool, ends } = await openPoolOf(
    scratch,
    `try { writeFileSync(new URL("mark", import.meta.url), "", { flag: "wx" }); } catch { return ${ANSWER}; }
     process.exit(3)`,
  );
  const contents = ["a\n", "b\n", "c\n", "d\n"];
  const cleaned = await Promise.all(contents.map((content) => pool.clean(blockOf(content))));
  expect(cleaned.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(contents);
  expect(ends).toEqual(["a worker ended (exit code 3); its batch is done again"]);
  await pool.close();
});

test("a block over which two workers end is a fault", async ({ scratch }) => {
  const { pool, ends } = await openPoolOf(scratch, "process.exit(4)");
  await expect(pool.clean(blockOf("news\n"))).rejects.toMatchObject({
    name: "TapisError",
    code: "ERR_WORKER",
    message: "a:7: two workers ended over what starts here (exit code 4)",
  });
  expect(ends).toHaveLength(1);
  await pool.close();
});

test("closing while a worker is busy is not told as its end", async ({ scratch }) => {
  const { pool, ends } = await openPoolOf(scratch, "await new Promise(() => {})");
  const cleaning = pool.clean(blockOf("news\n"));
  const settled = Promise.allSettled([cleaning]);
  await pool.close();
  expect(await settled).toMatchObject([{ status: "rejected" }]);
  expect(ends).toEqual([]);
});

test("an error in a worker is thrown here as what it is", async ({ scratch }) => {
  const { pool } = await openPoolOf(
    scratch,
    'return { kind: "fault", error: new TypeError("a bug"), code: undefined }',
  );
  await expect(pool.clean(blockOf("news\n"))).rejects.toThrow(new TypeError("a bug"));
  await pool.close();
});

test("the workers of the package load the model that they are told to", async ({ scratch }) => {
  const url = new URL("../../dist/bin/clean-worker.js", import.meta.url);
  const record = `${JSON.stringify({ text: "Harga beras naik di pasar induk pekan ini." })}\n`;
  const cutsAll = openPool({ url, load: { threshold: 0 } });
  expect((await cutsAll.pool.clean(blockOf(record))).tally).toMatchObject({ documents: 1, cut: 1 });
  await cutsAll.pool.close();

  const { pool } = openPool({ url, load: { model: scratch.at("no.model") } });
  await expect(pool.clean(blockOf(record))).rejects.toMatchObject({
    name: "TapisError",
    code: "ERR_INPUT_MISSING",
  });
  await pool.close();
});

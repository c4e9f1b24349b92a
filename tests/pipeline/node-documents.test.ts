import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect } from "vitest";
import { cleanInWorkers } from "../../src/pipeline/clean-in-workers.ts";
import { loadCleaner } from "../../src/pipeline/from-files.ts";
import { cleanDocuments, cleaningTransform } from "../../src/pipeline/node-documents.ts";
import { type Scratch, test } from "../scratch.ts";

/** The worker as it is built. */
const BUILT = new URL("../../dist/lib/document-worker.js", import.meta.url);

const NEWS = "Harga beras naik di pasar induk pekan ini, kata kepala dinas perdagangan kota.";
const SPAM =
  "Daftar situs slot gacor terpercaya hari ini, bonus new member 100% dan RTP live tertinggi.";
const TEXT = `${NEWS}\n\n${SPAM}\n\n${SPAM}`;

interface Article {
  readonly id: number;
  readonly text: string | readonly string[];
}

const ARTICLES = Array.from({ length: 30 }, (_, id): Article => ({
  id,
  text: id % 3 === 0 ? [NEWS, SPAM, `Berita ${id}.`] : `${TEXT}\n\nBerita ${id}.`,
}));

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const settings = {
  textKey: "text",
  signal: undefined,
  count: 2,
  load: { model: undefined, threshold: undefined },
  url: BUILT,
};

/** A worker of which this is done with the text of each task. */
async function workerOf(scratch: Scratch, code: string): Promise<URL> {
  await scratch.write(
    "worker.mjs",
    `import { existsSync, writeFileSync } from "node:fs";
    export async function cleanTextInWorker({ text }) {
      ${code};
      return { kind: "text", cleaned: { text, paragraphCount: 0, highestPosterior: 0, cuts: [] } };
    }`,
  );
  return scratch.url("worker.mjs");
}

describe("in workers", () => {
  test("documents come out as they do without, in their order", async () => {
    const alone = await collect(cleanDocuments(ARTICLES));
    const shared = await collect(cleanInWorkers(ARTICLES, settings));
    expect(shared).toEqual(alone);
    expect(shared.every(({ result }) => Object.isFrozen(result.text))).toBe(true);
  });

  test("the model may be given as bytes, which they share, and a threshold is theirs too", async () => {
    const { readFile } = await import("node:fs/promises");
    const bytes = await readFile("models/tapis.model");
    const model = new Uint8Array(new SharedArrayBuffer(bytes.length));
    model.set(bytes);
    const load = { model, threshold: 0 };
    const [first] = await collect(cleanInWorkers([{ text: TEXT }], { ...settings, load }));
    expect(first?.document).toEqual({ text: "" });
    expect(first?.result.paragraphs.map(({ verdict }) => verdict)).toEqual(["cut", "cut", "cut"]);
  });

  test("no more than twice as many documents as workers are under way", async () => {
    let made = 0;
    async function* make(): AsyncGenerator<Article> {
      for (;;) yield { id: made++, text: TEXT };
    }
    let taken = 0;
    for await (const _ of cleanInWorkers(make(), settings)) {
      taken += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(made).toBeLessThanOrEqual(taken + 4);
      if (taken === 10) break;
    }
  });

  test("an abort does not wait for one that is busy, nor for a source that hangs", async ({
    scratch,
  }) => {
    const url = await workerOf(scratch, "for (;;);");
    const controller = new AbortController();
    let isAsked = false;
    const source = new Readable({
      objectMode: true,
      read() {
        if (!isAsked) this.push({ text: TEXT });
        isAsked = true;
      },
    });
    const options = { ...settings, url, signal: controller.signal };
    const reading = collect(cleanInWorkers(source, options));
    setTimeout(() => controller.abort("enough"), 200);
    await expect(reading).rejects.toBe("enough");
    expect(source.destroyed).toBe(true);
  });

  test("a document is cleaned by another when the first one ends", async ({ scratch }) => {
    const mark = JSON.stringify(scratch.at("mark"));
    const url = await workerOf(
      scratch,
      `if (!existsSync(${mark})) { writeFileSync(${mark}, ""); process.exit(3); }`,
    );
    const [first] = await collect(cleanInWorkers([{ text: TEXT }], { ...settings, url }));
    expect(first?.document).toEqual({ text: TEXT });
  });

  test("one over which two end is named", async ({ scratch }) => {
    const url = await workerOf(scratch, "process.exit(3)");
    await expect(
      collect(cleanInWorkers([{ text: TEXT }], { ...settings, url })),
    ).rejects.toMatchObject({
      code: "ERR_WORKER",
      message: "document 1: two workers ended over what starts here (exit code 3)",
    });
  });

  test("a model that cannot be loaded is named", async () => {
    await expect(
      collect(cleanDocuments(ARTICLES, { workers: 2, model: "none.model" })),
    ).rejects.toMatchObject({ code: "ERR_INPUT_MISSING" });
  });

  test("a model that was parsed is refused at once, and so is a cleaner", async () => {
    const cleaner = await loadCleaner();
    expect(() => cleanDocuments(ARTICLES, { workers: -1 })).toThrow(
      "cleanDocuments: workers must be a whole number from 0 on, got -1",
    );
    // @ts-expect-error Callers from JavaScript have no types.
    expect(() => cleanDocuments(ARTICLES, { cleaner, workers: 2 })).toThrow(
      "cleanDocuments: give cleaner or workers, not both",
    );
    const { readFile } = await import("node:fs/promises");
    const { parseModel } = await import("../../src/core/model/model.ts");
    const model = parseModel(await readFile("models/tapis.model"));
    expect(() => cleanDocuments(ARTICLES, { workers: 2, model })).toThrow(
      "cleanDocuments: workers load the model themselves; give a path, a URL or the bytes of it",
    );
  });
});

describe("a stage of a Node.js stream", () => {
  test("gives what cleanDocuments yields", async () => {
    const alone = await collect(cleanDocuments(ARTICLES));
    const seen: unknown[] = [];
    await pipeline(Readable.from(ARTICLES), cleaningTransform(), async (cleaned) => {
      for await (const item of cleaned) seen.push(item);
    });
    expect(seen).toEqual(alone);
  });

  test("takes no more than its buffers hold while nobody reads", async () => {
    let made = 0;
    async function* make(): AsyncGenerator<Article> {
      for (;;) yield { id: made++, text: "Berita." };
    }
    const stage = Readable.from(make()).pipe(cleaningTransform());
    await new Promise((resolve) => stage.once("readable", resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = made;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toBe(before);
    expect(made).toBeLessThan(64);
    stage.destroy();
  });

  test("is destroyed by a document without a text, with the whole pipeline", async () => {
    const source = Readable.from([{ text: TEXT }, { body: TEXT }, { text: TEXT }]);
    await expect(
      pipeline(source, cleaningTransform(), async (cleaned) => {
        for await (const _ of cleaned);
      }),
    ).rejects.toMatchObject({ code: "ERR_RECORD_FORMAT" });
    expect(source.destroyed).toBe(true);
  });

  test.each([
    ["before", () => AbortSignal.abort("enough")],
    ["during", () => AbortSignal.timeout(20)],
  ])("an abort %s ends the pipeline", async (_when, makeSignal) => {
    const signal = makeSignal();
    const source = new Readable({ objectMode: true, read() {} });
    const stage = cleaningTransform({ signal });
    await expect(
      pipeline(source, stage, async (cleaned) => {
        for await (const _ of cleaned);
      }),
    ).rejects.toBeDefined();
    expect([source.destroyed, stage.destroyed]).toEqual([true, true]);
  });

  test("checks its options at once", () => {
    // @ts-expect-error Callers from JavaScript have no types.
    expect(() => cleaningTransform({ worker: 2 })).toThrow(
      'cleaningTransform: there is no option "worker"',
    );
  });
});

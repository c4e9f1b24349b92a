import { expect, test } from "vitest";
import { createCleaner } from "../../src/library/cleaner.ts";
import { cleanDocuments, cleaningStream } from "../../src/pipeline/from-files.ts";
import { trainToyModel } from "../toy-model.ts";

const cleaner = createCleaner(trainToyModel());

interface Article {
  readonly id: number;
  readonly text: string;
}

const ARTICLES = Array.from({ length: 20 }, (_, id): Article => ({ id, text: `Berita ${id}.` }));

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test("a stage of a Web stream gives what cleanDocuments yields", async () => {
  const stage = cleaningStream<Article>({ cleaner });
  expect(await collect(ReadableStream.from(ARTICLES).pipeThrough(stage))).toEqual(
    await collect(cleanDocuments(ARTICLES, { cleaner })),
  );
});

test("its source is not asked for more than somebody takes", async () => {
  let made = 0;
  const source = new ReadableStream<Article>({
    pull: (controller) => controller.enqueue({ id: made++, text: "Berita." }),
  });
  const reader = source.pipeThrough(cleaningStream<Article>({ cleaner })).getReader();
  for (let taken = 1; taken <= 5; taken += 1) {
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 5));
    // One in the queue of the source, one in that of the stage, one under way.
    expect(made).toBeLessThanOrEqual(taken + 3);
  }
  await reader.cancel();
});

test("an abort of the pipe ends the source and the stage", async () => {
  let isCancelled = false;
  const source = new ReadableStream<Article>({
    cancel: () => {
      isCancelled = true;
    },
  });
  const controller = new AbortController();
  const { signal } = controller;
  const reading = source
    .pipeThrough(cleaningStream<Article>({ cleaner }), { signal })
    .getReader()
    .read();
  controller.abort("enough");
  await expect(reading).rejects.toBe("enough");
  expect(isCancelled).toBe(true);
});

test("its own signal ends it with the next document", async () => {
  const signal = AbortSignal.abort("enough");
  const stage = cleaningStream<Article>({ cleaner, signal });
  await expect(collect(ReadableStream.from(ARTICLES).pipeThrough(stage))).rejects.toBe("enough");
});

test("a document without a text ends it, with its number", async () => {
  const stage = cleaningStream<{ body: string }, "body">({ cleaner, textKey: "body" });
  const writer = stage.writable.getWriter();
  const reading = collect(stage.readable);
  const writing = writer.write({ body: "Berita." });
  // @ts-expect-error What a caller without types may write.
  const faulty = writer.write({ text: "Berita." });
  await expect(reading).rejects.toMatchObject({
    code: "ERR_RECORD_FORMAT",
    message: expect.stringContaining('document 2: field "body"'),
  });
  await writing;
  await expect(faulty).rejects.toThrow("document 2");
});

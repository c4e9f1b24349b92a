import { Readable } from "node:stream";
import { describe, expect, test, vi } from "vitest";
import { seededRandom } from "../../src/core/model/random.ts";
import { createCleaner } from "../../src/library/cleaner.ts";
import { cleanDocuments } from "../../src/pipeline/from-files.ts";
import { defer } from "../deferred.ts";
import { trainToyModel } from "../toy-model.ts";
import { toyNews, toySpam } from "../toy-texts.ts";

const cleaner = createCleaner(trainToyModel());
const random = seededRandom(79);
const NEWS = Array.from({ length: 5 }, () => toyNews(random, "id"));
const SPAM = Array.from({ length: 3 }, () => toySpam(random, "id"));
const KEPT = NEWS.join("\n\n");
const TEXT = `${KEPT}\n\n${SPAM.join("\n\n")}`;

interface Article {
  readonly id: number;
  readonly text: string;
}

const article = (id: number): Article => ({ id, text: TEXT });

/** Makes articles without end, and tells how many it has made and whether it was let go of. */
function endless() {
  const state = { made: 0, isClosed: false };
  async function* make(): AsyncGenerator<Article> {
    try {
      for (;;) yield article(state.made++);
    } finally {
      state.isClosed = true;
    }
  }
  return { state, articles: make() };
}

/** Gives one article and then nothing, for ever. */
function hanging() {
  const state = { isAsked: defer() };
  async function* make(): AsyncGenerator<Article> {
    yield article(0);
    state.isAsked.resolve();
    await new Promise(() => {});
  }
  return { state, articles: make() };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("documents", () => {
  test("come out in their order, as they were but for the text, with the result", async () => {
    const documents = [article(0), { ...article(1), text: KEPT }, article(2)];
    const cleaned = await collect(cleanDocuments(documents, { cleaner }));
    expect(cleaned.map(({ document }) => document)).toEqual([
      { id: 0, text: KEPT },
      { id: 1, text: KEPT },
      { id: 2, text: KEPT },
    ]);
    expect(cleaned.map(({ result }) => result)).toEqual(
      documents.map(({ text }) => cleaner.clean(text)),
    );
    expect(documents[0]).toEqual(article(0));
  });

  test("may have their text in another field, and in paragraphs", async () => {
    const documents = [{ url: "https://news.example/1", body: [...NEWS, ...SPAM] }];
    const [first] = await collect(cleanDocuments(documents, { cleaner, textKey: "body" }));
    expect(first?.document).toEqual({ url: "https://news.example/1", body: NEWS });
    expect(first?.result.paragraphs).toHaveLength(NEWS.length + SPAM.length);
    expect(Object.isFrozen(first?.document.body)).toBe(false);
  });

  test.each([
    ["an array", () => [article(0), article(1)]],
    ["a stream of Node.js", () => Readable.from([article(0), article(1)])],
    ["a stream of the Web", () => ReadableStream.from([article(0), article(1)])],
  ])("may come from %s", async (_name, source) => {
    const cleaned = await collect(cleanDocuments<Article>(source(), { cleaner }));
    expect(cleaned.map(({ document }) => document.id)).toEqual([0, 1]);
  });

  test("are cleaned by a cleaner that is loaded as the options say, if none is given", async () => {
    const [thorough] = await collect(cleanDocuments([article(0)], { threshold: 0 }));
    expect(thorough?.document.text).toBe("");
    const [careful] = await collect(cleanDocuments([article(0)], { preset: "careful" }));
    expect(careful?.document.text).not.toBe("");
  });
});

describe("a source", () => {
  test("is asked for a document only when the one before it is done with", async () => {
    const { state, articles } = endless();
    let taken = 0;
    for await (const _ of cleanDocuments(articles, { cleaner })) {
      taken += 1;
      // Time for a source to run ahead.
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(state.made).toBe(taken);
      if (taken === 10) break;
    }
    expect(state.isClosed).toBe(true);
  });

  test("is let go of when a document has no text, which is named", async () => {
    const stream = Readable.from([article(0), { id: 1 }, article(2)]);
    const reading = collect(cleanDocuments<Article>(stream, { cleaner }));
    await expect(reading).rejects.toMatchObject({
      code: "ERR_RECORD_FORMAT",
      message:
        'document 2: field "text" must be a string or an array of strings, got undefined (name another field with textKey)',
    });
    expect(stream.destroyed).toBe(true);
  });

  test("is let go of when the model cannot be loaded", async () => {
    const stream = Readable.from([article(0)]);
    const reading = collect(cleanDocuments<Article>(stream, { model: "none.model" }));
    await expect(reading).rejects.toMatchObject({ code: "ERR_INPUT_MISSING" });
    expect(stream.destroyed).toBe(true);
  });

  test("whose own error comes through as it is", async () => {
    const stream = new Readable({
      objectMode: true,
      read() {
        this.destroy(new Error("the line was cut"));
      },
    });
    await expect(collect(cleanDocuments<Article>(stream, { cleaner }))).rejects.toThrow(
      "the line was cut",
    );
  });

  test("of ready documents does not keep timers from their turn", async () => {
    const { articles } = endless();
    const signal = AbortSignal.timeout(20);
    const reading = collect(cleanDocuments(articles, { cleaner, signal }));
    await expect(reading).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("an abort", () => {
  test("before the beginning takes nothing and lets the source go", async () => {
    const { state, articles } = endless();
    const options = { cleaner, signal: AbortSignal.abort("enough") };
    await expect(collect(cleanDocuments(articles, options))).rejects.toBe("enough");
    expect(state.made).toBe(0);
    const stream = new Readable({ objectMode: true, read() {} });
    await expect(collect(cleanDocuments<Article>(stream, options))).rejects.toBe("enough");
    expect(stream.destroyed).toBe(true);
  });

  test("between two documents closes the source before it is told", async () => {
    const { state, articles } = endless();
    const controller = new AbortController();
    const cleaned = cleanDocuments(articles, { cleaner, signal: controller.signal });
    await cleaned.next();
    controller.abort("enough");
    await expect(cleaned.next()).rejects.toBe("enough");
    expect(state).toEqual({ made: 1, isClosed: true });
    expect(await cleaned.next()).toEqual({ done: true, value: undefined });
  });

  test("does not wait for a generator that hangs", async () => {
    const { state, articles } = hanging();
    const controller = new AbortController();
    const reading = collect(cleanDocuments(articles, { cleaner, signal: controller.signal }));
    await state.isAsked.promise;
    controller.abort("enough");
    await expect(reading).rejects.toBe("enough");
  });

  test("ends a stream of Node.js that hangs", async () => {
    const isAsked = defer();
    const stream = new Readable({ objectMode: true, read: () => isAsked.resolve() });
    const controller = new AbortController();
    const options = { cleaner, signal: controller.signal };
    const reading = collect(cleanDocuments<Article>(stream, options));
    await isAsked.promise;
    controller.abort("enough");
    await expect(reading).rejects.toBe("enough");
    expect(stream.destroyed).toBe(true);
  });

  test("ends a stream of the Web that hangs", async () => {
    const isAsked = defer();
    const cancelled = defer();
    const stream = new ReadableStream<Article>({
      pull: () => isAsked.resolve(),
      cancel: () => cancelled.resolve(),
    });
    const controller = new AbortController();
    const reading = collect(cleanDocuments(stream, { cleaner, signal: controller.signal }));
    await isAsked.promise;
    controller.abort("enough");
    await expect(reading).rejects.toBe("enough");
    await cancelled.promise;
  });

  test("afterwards changes nothing, and leaves no listener behind", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const cleaned = await collect(cleanDocuments([article(0), article(1)], { cleaner, signal }));
    controller.abort();
    expect(cleaned).toHaveLength(2);
    expect(added).toHaveBeenCalled();
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

describe("a wrong call is refused before anything is read", () => {
  const { articles } = endless();

  test.each<[object, string]>([
    [{ cleaner, threshold: 0.5 }, "give cleaner or threshold, not both"],
    [{ cleaner: 7 }, "cleaner must be what loadCleaner or createCleaner gives, got 7"],
    [{ textKey: "" }, 'textKey must be the name of a field, got ""'],
    [{ workers: 2 }, 'there is no option "workers" (workers are an option of tapis/node)'],
  ])("%j", (options, message) => {
    expect(() => cleanDocuments(articles, options)).toThrow(`cleanDocuments: ${message}`);
  });

  test("as is what cannot be gone through", () => {
    // @ts-expect-error Callers from JavaScript have no types.
    expect(() => cleanDocuments("an article", { cleaner })).toThrow(
      expect.objectContaining({ code: "ERR_ARGUMENT" }),
    );
  });
});

/**
 * Cleans generated articles for a consumer that is slower than they are made, and prints what that held.
 * `streams-process MODE MEGABYTES ROOT`, from the root of the repository; nothing is written to a disk.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { cleanDocuments, cleaningStream, cleaningTransform } from "../../src/node.ts";
import { readExampleTexts } from "./example-texts.ts";
import { generateArticles, type GeneratedArticle } from "./generate-articles.ts";
import { MEGABYTE } from "./write-texts.ts";

/** The consumer rests after each document: this many milliseconds, about as long as cleaning takes. */
const REST_MS = 1;

const [, , mode = "alone", megabytes = "10", root = "."] = process.argv;
const model = join(root, "models/tapis.model");
const texts = await readExampleTexts(root);
let sizeBytes = 0;
let made = 0;
let taken = 0;
let mostAhead = 0;

function* articles(): Generator<GeneratedArticle> {
  for (const article of generateArticles(texts, { seed: 1, spamShare: 0.1 })) {
    if (sizeBytes >= Number(megabytes) * MEGABYTE) return;
    sizeBytes += article.text.length;
    made += 1;
    mostAhead = Math.max(mostAhead, made - taken);
    yield article;
  }
}

const started = performance.now();
for await (const _ of cleaned()) {
  await sleep(REST_MS);
  taken += 1;
}
console.log(
  JSON.stringify({
    documentCount: taken,
    sizeBytes,
    mostAhead,
    elapsedMs: performance.now() - started,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);

function cleaned(): AsyncIterable<unknown> {
  switch (mode) {
    case "workers":
      return cleanDocuments(articles(), { model, workers: 2 });
    case "transform":
      return Readable.from(articles()).pipe(cleaningTransform({ model }));
    case "web":
      return ReadableStream.from(articles()).pipeThrough(cleaningStream({ model }));
    default:
      return cleanDocuments(articles(), { model });
  }
}

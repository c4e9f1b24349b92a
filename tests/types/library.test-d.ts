/** What compiles and what does not, for those who write programs with Tapis. `tsc -p tests` reads this; nothing runs it. */
import type { Duplex } from "node:stream";
import { expectTypeOf } from "vitest";
import * as browser from "../../src/browser.ts";
import * as node from "../../src/node.ts";
import {
  type Cleaner,
  type CleanedDocument,
  cleaningStream,
  type CleanResult,
  createCleaner,
  type ErrorCode,
  type Explanation,
  type HtmlCleaner,
  type HtmlResult,
  loadCleaner,
  type LoadOptions,
  type ParagraphsResult,
  parseModel,
  type Preset,
  TapisError,
  type TextExplanation,
  cleanDocuments,
  type TextKey,
  type Verdict,
} from "../../src/index.ts";

interface Article {
  readonly url: URL;
  text: string;
  paragraphs: string[];
  readonly words: number;
}

declare const article: Article;
declare const articles: AsyncIterable<Article>;

/* What cleaners give follows from what they are given. */
const cleaner = await loadCleaner();
expectTypeOf(cleaner).toEqualTypeOf<Cleaner>();
expectTypeOf(cleaner.clean("text")).toEqualTypeOf<CleanResult>();
expectTypeOf(cleaner.clean(article.paragraphs)).toEqualTypeOf<ParagraphsResult>();
expectTypeOf(cleaner.clean(["a", "b"] as const).text).toEqualTypeOf<readonly string[]>();
expectTypeOf(cleaner.score(article.paragraphs)).toEqualTypeOf<readonly number[]>();
expectTypeOf(cleaner.explain("text")).toEqualTypeOf<readonly TextExplanation[]>();
expectTypeOf(cleaner.explain(["text"])).toEqualTypeOf<readonly Explanation[]>();

// @ts-expect-error Only a cleaner that was loaded for pages takes them.
cleaner.clean({ html: "<p>" });
// @ts-expect-error There is nothing to clean.
cleaner.clean();
// @ts-expect-error A misspelt option.
cleaner.clean("text", { treshold: 0.5 });
// @ts-expect-error Paragraphs are scored, not texts.
cleaner.score("text");
// @ts-expect-error Results are not to be changed.
cleaner.clean("text").text = "";
// @ts-expect-error As above.
cleaner.clean(["text"]).text.push("");
// @ts-expect-error Arrays of numbers are no paragraphs.
cleaner.clean([1]);

const htmlCleaner = await loadCleaner({ html: true });
expectTypeOf(htmlCleaner).toEqualTypeOf<HtmlCleaner>();
expectTypeOf(htmlCleaner).toExtend<Cleaner>();
expectTypeOf(htmlCleaner.clean({ html: "<p>" })).toEqualTypeOf<HtmlResult>();
expectTypeOf(htmlCleaner.clean("text")).toEqualTypeOf<CleanResult>();
expectTypeOf(htmlCleaner.clean(["text"])).toEqualTypeOf<ParagraphsResult>();
expectTypeOf(await loadCleaner({ html: false })).toEqualTypeOf<Cleaner>();
expectTypeOf(await loadCleaner({ html: true, preset: "careful" })).toEqualTypeOf<HtmlCleaner>();

/* Options. */
expectTypeOf<NonNullable<LoadOptions["preset"]>>().toEqualTypeOf<Preset>();
expectTypeOf<Verdict>().toEqualTypeOf<"cut" | "unsure" | "keep">();
void loadCleaner({ model: "a.model" });
void loadCleaner({ model: new URL("https://models.example/a.model") });
void loadCleaner({ model: new Uint8Array(), threshold: 0.8 });
void loadCleaner({ model: new ArrayBuffer(0) });
void loadCleaner({ model: parseModel(new Uint8Array()), signal: AbortSignal.timeout(1000) });
void loadCleaner({ threshold: undefined, preset: undefined, model: undefined });
// @ts-expect-error A preset is a threshold: one of them.
void loadCleaner({ threshold: 0.5, preset: "careful" });
// @ts-expect-error There is no such preset.
void loadCleaner({ preset: "hasty" });
// @ts-expect-error A misspelt option.
void loadCleaner({ treshold: 0.5 });
// @ts-expect-error A threshold is a number.
void loadCleaner({ threshold: "0.5" });
// @ts-expect-error A model must be given.
createCleaner();
// @ts-expect-error Bytes are to be parsed.
createCleaner(new Uint8Array());
expectTypeOf(
  createCleaner(parseModel(new Uint8Array()), { preset: "thorough" }),
).toEqualTypeOf<Cleaner>();

/* Streams keep the type of the documents. */
expectTypeOf<TextKey<Article>>().toEqualTypeOf<"text" | "paragraphs">();
expectTypeOf(cleanDocuments(articles)).toEqualTypeOf<AsyncGenerator<CleanedDocument<Article>>>();
for await (const { document, result } of cleanDocuments(articles, { cleaner })) {
  expectTypeOf(document).toEqualTypeOf<Article>();
  expectTypeOf(result).toEqualTypeOf<CleanResult>();
}
for await (const { document, result } of cleanDocuments(articles, { textKey: "paragraphs" })) {
  expectTypeOf(document).toEqualTypeOf<Article>();
  expectTypeOf(result).toEqualTypeOf<ParagraphsResult>();
}
void cleanDocuments([{ text: "one" }, { text: "two" }], { threshold: 0.8 });
void cleanDocuments(new ReadableStream<Article>());
// @ts-expect-error These documents have no text.
void cleanDocuments([{ body: "one" }]);
// @ts-expect-error That field holds none.
void cleanDocuments(articles, { textKey: "words" });
// @ts-expect-error A cleaner has a threshold.
void cleanDocuments(articles, { cleaner, threshold: 0.5 });
// @ts-expect-error Workers are in `tapis/node`.
void cleanDocuments(articles, { workers: 2 });
// @ts-expect-error A misspelt option.
void cleanDocuments(articles, { texKey: "text" });

expectTypeOf(cleaningStream<Article>()).toEqualTypeOf<
  TransformStream<Article, CleanedDocument<Article>>
>();
expectTypeOf(cleaningStream<Article, "paragraphs">({ textKey: "paragraphs" })).toEqualTypeOf<
  TransformStream<Article, CleanedDocument<Article, "paragraphs">>
>();

/* In Node.js, workers. */
expectTypeOf(node.cleanDocuments(articles, { workers: 2 })).toEqualTypeOf<
  AsyncGenerator<CleanedDocument<Article>>
>();
void node.cleanDocuments(articles, { cleaner });
void node.cleanDocuments(articles, { workers: 2, textKey: "paragraphs", preset: "careful" });
// @ts-expect-error A cleaner cannot be sent to workers.
void node.cleanDocuments(articles, { cleaner, workers: 2 });
expectTypeOf(node.cleaningTransform({ workers: 2, textKey: "body" })).toEqualTypeOf<Duplex>();

/* Every entry has the same names of the same types. */
expectTypeOf(browser.loadCleaner).toEqualTypeOf(loadCleaner);
expectTypeOf(node.loadCleaner).toEqualTypeOf(loadCleaner);
expectTypeOf(browser.cleanDocuments).toEqualTypeOf(cleanDocuments);

/* Codes of errors are known, so that a switch over them can be checked. */
expectTypeOf(new TapisError("ERR_OPTIONS", "").code).toEqualTypeOf<ErrorCode>();
// @ts-expect-error There is no such code.
void new TapisError("ERR_NONE", "");

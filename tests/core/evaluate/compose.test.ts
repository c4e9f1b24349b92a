import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Article,
  composeDocument,
  type ComposedDocument,
} from "../../../src/core/evaluate/compose.ts";
import type { SpamRun } from "../../../src/core/evaluate/draw-spam.ts";
import type { LabelledDocument } from "../../../src/core/evaluate/labelled-document.ts";
import { seededRandom } from "../../../src/core/model/random.ts";

const article = (paragraphs: readonly string[], lang = "id"): Article => ({
  title: "Judul berita",
  paragraphs,
  lang,
  kind: "news",
  source: `contoh/${lang}`,
});

const run = (lang: string, texts: readonly string[]): SpamRun => ({
  pieces: texts.map((text, index) => ({ text, kind: index === 0 ? "heading" : "paragraph" })),
  lang,
  source: `iklan/${lang}`,
  run: "halaman",
});

const NEWS = ["Harga cabai naik.", "Pedagang  mengeluh.", "Pemerintah\nmenjanjikan operasi pasar."];
const ABOUT_GAMBLING = ["Polisi menggerebek markas judi.", "Uang taruhan disita."];
const ARTICLES = [[article(NEWS), article(ABOUT_GAMBLING)], [article(["Rain is expected."], "en")]];
const SPAM = [
  [
    run("id", [
      "DAFTAR AKUN",
      "Main di sini, menang besar.",
      "Bonus anggota baru.",
      "Kunjungi kami.",
    ]),
  ],
  [run("en", ["SIGN UP", "Play here and win.", "Claim a bonus."])],
];

const compose = (
  seed: number,
  articles: readonly (readonly Article[])[] = ARTICLES,
  spam: readonly (readonly SpamRun[])[] = SPAM,
): ComposedDocument => composeDocument(articles, spam, seededRandom(seed), `d${seed}`);

const documents = Array.from({ length: 600 }, (_, seed) => compose(seed));
const ofSlice = (slice: string): LabelledDocument[] =>
  documents.filter((document) => document.slice === slice);

/** The pieces of a text between spans and the ends, without the separators at their edges. */
function withoutSpam({ text, spam }: LabelledDocument): string[] {
  const starts = [0, ...spam.map(({ end }) => end)];
  const ends = [...spam.map(({ start }) => start), text.length];
  return starts.map((start, index) => text.slice(start, ends[index]).trim());
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ");

test("every slice is drawn", () => {
  expect([...new Set(documents.map(({ slice }) => slice))].toSorted()).toEqual([
    "all-spam",
    "clean",
    "flattened",
    "gambling-news",
    "gambling-news-tail",
    "head",
    "middle",
    "obfuscated",
    "other-language",
    "tail",
    "tail-mixed",
    "two-blocks",
  ]);
});

test("the same seed gives the same document", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(compose(seed)).toEqual(compose(seed));
    }),
  );
});

test("a document carries the language, kind and source of its article", () => {
  for (const { lang, kind, source } of documents) {
    expect({ kind, source }).toEqual({ kind: "news", source: `contoh/${lang}` });
  }
});

test("a document names the source of its article and the owner of that of its spam", () => {
  for (const { lang, spam, sources } of documents) {
    expect(sources).toEqual([`contoh/${lang}`, ...(spam.length > 0 ? ["iklan"] : [])]);
  }
});

test("a document without its spam has exactly the article's paragraphs", () => {
  const allowed = ARTICLES.flat().flatMap(({ title, paragraphs }) => {
    const lines = paragraphs.map(oneLine).join("\n");
    return [lines, `${title}\n${lines}`];
  });
  for (const document of documents) {
    const ham = withoutSpam(document).filter((text) => text !== "");
    const isFlat = !/[\r\n]/.test(document.text);
    const lines = ham.join(isFlat ? " " : "\n").replace(/[\r\n]+/gu, "\n");
    const expected = isFlat ? allowed.map(oneLine) : allowed;
    expect(document.slice === "all-spam" ? [""] : expected).toContain(lines);
  }
});

test("spans hold whole pieces of spam and nothing else", () => {
  const pieces = new Set(SPAM.flat().flatMap(({ pieces: all }) => all.map(({ text }) => text)));
  const readable = documents.filter(({ slice }) => slice !== "obfuscated" && slice !== "flattened");
  for (const { text, spam } of readable) {
    for (const { start, end } of spam) {
      for (const line of text.slice(start, end).split(/[\r\n]+/u)) {
        expect(pieces).toContain(line);
      }
    }
  }
});

test("spans are in order, inside the text, and never touch", () => {
  for (const { text, spam } of documents) {
    let last = -1;
    for (const { start, end } of spam) {
      expect(start).toBeGreaterThan(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      last = end;
    }
  }
});

test("spam stands where the slice says", () => {
  for (const { text, spam } of [...ofSlice("tail"), ...ofSlice("gambling-news-tail")]) {
    expect(spam.map(({ end }) => end)).toEqual([text.length]);
  }
  for (const { spam } of ofSlice("head")) {
    expect(spam.map(({ start }) => start)).toEqual([0]);
  }
  for (const { text, spam } of ofSlice("all-spam")) {
    expect(spam).toEqual([{ start: 0, end: text.length }]);
  }
  expect(ofSlice("two-blocks").map(({ spam }) => spam.length)).not.toContain(1);
});

test("clean documents and gambling news hold no spam", () => {
  for (const { spam } of [...ofSlice("clean"), ...ofSlice("gambling-news")]) {
    expect(spam).toEqual([]);
  }
});

test("gambling news is about gambling", () => {
  for (const { text } of [...ofSlice("gambling-news"), ...ofSlice("gambling-news-tail")]) {
    expect(text).toContain("markas judi");
  }
});

test("spam is in the article's language, and only in the slice other-language in another", () => {
  const isEnglish = /here|SIGN|Claim/u;
  const spammed = documents.filter(({ slice, spam }) => slice !== "obfuscated" && spam.length > 0);
  for (const { lang, slice, text, spam } of spammed) {
    const injected = spam.map(({ start, end }) => text.slice(start, end)).join(" ");
    expect(isEnglish.test(injected)).toBe((lang === "en") !== (slice === "other-language"));
  }
});

test("without spam every document is clean", () => {
  for (let seed = 0; seed < 50; seed++) {
    const { slice, spam } = compose(seed, ARTICLES, []);
    expect(["clean", "gambling-news"]).toContain(slice);
    expect(spam).toEqual([]);
  }
});

test("spam and articles of one blank piece give spans that are exact all the same", () => {
  for (let seed = 0; seed < 200; seed++) {
    const { text, spam } = compose(seed, [[article([" ", "Satu."])]], [[run("id", [" ", "Dua."])]]);
    for (const { start, end } of spam) {
      expect(oneLine(text.slice(start, end))).not.toMatch(/^ | $|Satu|Judul/u);
    }
  }
});

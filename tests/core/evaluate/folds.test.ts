import { expect, test } from "vitest";
import type { Article } from "../../../src/core/evaluate/compose.ts";
import { FOLD_COUNT, foldOfRun, foldsOfArticles } from "../../../src/core/evaluate/folds.ts";

const articles = (count: number, source: string): Article[] =>
  Array.from({ length: count }, () => ({
    title: null,
    paragraphs: [],
    lang: "id",
    kind: "news",
    source,
  }));
const foldOf = (source: string, run = "page"): number =>
  foldOfRun({ source, run, lang: "id", pieces: [] });

test("a small site is in one fold", () => {
  expect(new Set(foldsOfArticles(articles(300, "situs.id"))).size).toBe(1);
});

test("a big site and texts written for training are spread over all folds", () => {
  expect(new Set(foldsOfArticles(articles(301, "situs.id"))).size).toBe(FOLD_COUNT);
  expect(new Set(foldsOfArticles(articles(60, "seeds/news"))).size).toBe(FOLD_COUNT);
});

test("an article's fold does not depend on the articles of other sites", () => {
  const alone = foldsOfArticles(articles(3, "situs.id"));
  expect(
    foldsOfArticles([...articles(3, "situs.id"), ...articles(9, "lain.id")]).slice(0, 3),
  ).toEqual(alone);
});

test("all pages of an operator are in one fold, be they of several accounts", () => {
  expect(new Set(["a", "b", "c", "d"].map((run) => foldOf("operator/site", run))).size).toBe(1);
  expect(new Set([1, 2, 30].map((number) => foldOf(`operator${number}/site`))).size).toBe(1);
  expect(foldOf("gameslot12/a")).toBe(foldOf("slotmaster/b"));
});

test("operators are spread over all folds", () => {
  const folds = Array.from({ length: 60 }, (_, index) =>
    foldOf(`${String.fromCharCode(97 + (index % 26))}${"x".repeat(index)}/site`),
  );
  expect(new Set(folds)).toEqual(new Set(Array.from({ length: FOLD_COUNT }, (_, fold) => fold)));
});

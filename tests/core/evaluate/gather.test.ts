import { expect, test } from "vitest";
import type { Article } from "../../../src/core/evaluate/compose.ts";
import { FOLD_COUNT } from "../../../src/core/evaluate/folds.ts";
import { allCounts, composeEvidence, countFolds } from "../../../src/core/evaluate/gather.ts";
import { learnTopics } from "../../../src/core/evaluate/learn-topics.ts";
import { NO_TOPICS, type TopicVectors } from "../../../src/core/model/topic-space.ts";
import { toyArticles, toyRuns } from "../../toy-texts.ts";

const article = (source: string, paragraphs: readonly string[], lang = "id"): Article => ({
  title: "Judul",
  paragraphs,
  lang,
  kind: "news",
  source,
});
const run = (source: string, texts: readonly string[]) => ({
  pieces: texts.map((text) => ({ text, kind: "paragraph" })),
  lang: "id",
  source,
  run: "halaman",
});

test("texts are counted by label, language and source, and the sum over all folds is that of the texts", () => {
  const articles = [
    article("a.id", ["pasar pasar", "pasar ramai"]),
    article("b.id", ["pasar judi", "taruhan judi"]),
    article("c.pt", ["o mercado"], "pt"),
  ];
  const tables = allCounts(countFolds(articles, [run("x/y", ["slot judi", "slot", "slot"])]));
  const found = tables.map(({ label, lang, source, paragraphs }) => [
    label,
    lang,
    source,
    paragraphs,
  ]);
  expect(found.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ["gambling-news", "id", "b.id", 2],
    ["ham", "id", "a.id", 2],
    ["ham", "pt", "c.pt", 1],
    ["spam", "id", "x/y", 3],
  ]);
  // "ramai", "taruhan", "o" and "mercado" stand in fewer than three paragraphs.
  const words = tables.flatMap((table) =>
    [...table.words].map((entry) => [table.source, ...entry]),
  );
  expect(words.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ["a.id", "pasar", 2],
    ["b.id", "judi", 2],
    ["b.id", "pasar", 1],
    ["x/y", "judi", 1],
    ["x/y", "slot", 3],
  ]);
});

test("each source is counted in one fold", () => {
  const folds = countFolds([article("a.id", ["x y z"])], [run("x/y", ["x", "x", "x"])]);
  expect(folds.map(({ fold }) => fold)).toEqual([0, 1, 2, 3, 4]);
  expect(folds.flatMap(({ tables }) => tables)).toHaveLength(2);
});

test("documents are composed in every fold, with evidence and a label for each of their units", () => {
  const [articles, runs] = [toyArticles(60), toyRuns(40)];
  const { documents, labels, evidence } = composeEvidence(
    articles,
    runs,
    countFolds(articles, runs),
    learnTopics(articles, runs),
    50,
  );
  expect(documents).toHaveLength(50);
  expect(new Set(documents.map(({ fold }) => fold)).size).toBe(FOLD_COUNT);
  const unitCount = documents.reduce((sum, { units }) => sum + units, 0);
  expect(labels).toHaveLength(unitCount);
  expect(evidence.wordCount).toHaveLength(unitCount);
  expect(new Set(labels)).toEqual(new Set([0, 1]));
  let at = 0;
  const hasSpam = documents.map(({ units }) => {
    at += units;
    return labels.subarray(at - units, at).includes(1);
  });
  const isClean = documents.map(({ slice }) => slice === "clean" || slice === "gambling-news");
  // A short flattened text is one unit, whatever most of it is.
  const isTelling = documents.map(({ slice }) => slice !== "flattened");
  expect(hasSpam.filter((_, i) => isTelling[i])).toEqual(
    isClean.filter((_, i) => isTelling[i]).map((is) => !is),
  );
});

test("a document names the source of its article, and of its spam where it has any", () => {
  const articles = toyArticles(60).map((text, index) => ({ ...text, source: `a${index % 20}.id` }));
  const runs = toyRuns(40).map((page, index) => ({ ...page, source: `iklan-${index}x/situs` }));
  const { documents } = composeEvidence(
    articles,
    runs,
    countFolds(articles, runs),
    learnTopics(articles, runs),
    50,
  );
  for (const { slice, sources } of documents) {
    const isClean = slice === "clean" || slice === "gambling-news";
    expect(sources.join(" ")).toMatch(isClean ? /^a\d+\.id$/ : /^a\d+\.id iklan-\d+x$/);
  }
});

test("what words are about comes from the topics that have not seen the fold", () => {
  const [articles, runs] = [toyArticles(60), toyRuns(40)];
  const topics = learnTopics(articles, runs);
  const compose = (without: readonly TopicVectors[]) =>
    composeEvidence(articles, runs, countFolds(articles, runs), { ...topics, without }, 50);
  const blind = compose(topics.without.with(2, NO_TOPICS));
  const seeing = compose(topics.without);
  expect(blind.documents).toEqual(seeing.documents);
  const inFold2 = seeing.documents.flatMap(({ units, fold }) => Array(units).fill(fold === 2));
  expect(blind.evidence.topicHam.some((value, unit) => inFold2[unit] && value !== 0)).toBe(false);
  expect(seeing.evidence.topicHam.some((value, unit) => inFold2[unit] && value !== 0)).toBe(true);
  const elsewhere = (_: unknown, unit: number): boolean => inFold2[unit] === false;
  expect(blind.evidence.topicHam.filter(elsewhere)).toEqual(
    seeing.evidence.topicHam.filter(elsewhere),
  );
});

test("the same texts give the same evidence", () => {
  const [articles, runs] = [toyArticles(30), toyRuns(20)];
  const compose = () =>
    composeEvidence(articles, runs, countFolds(articles, runs), learnTopics(articles, runs), 20);
  expect(compose()).toEqual(compose());
});

test("a fold without articles composes nothing", () => {
  const articles = [article("a.id", ["Satu dua.", "Tiga empat."])];
  const { documents } = composeEvidence(
    articles,
    [],
    countFolds(articles, []),
    learnTopics(articles, []),
    10,
  );
  expect(documents).toHaveLength(2);
  expect(new Set(documents.map(({ slice }) => slice))).toEqual(new Set(["clean"]));
});

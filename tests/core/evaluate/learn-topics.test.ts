import { expect, test } from "vitest";
import type { Article } from "../../../src/core/evaluate/compose.ts";
import type { SpamRun } from "../../../src/core/evaluate/draw-spam.ts";
import { FOLD_COUNT, foldOfRun, foldsOfArticles } from "../../../src/core/evaluate/folds.ts";
import { learnTopics } from "../../../src/core/evaluate/learn-topics.ts";
import { measuredSource } from "../../../src/core/evaluate/measured-sources.ts";
import { seededRandom } from "../../../src/core/model/random.ts";
import { toyNews, toySpam } from "../../toy-texts.ts";

/** As many texts as a word must stand in to get a vector. */
const ENOUGH = 20;

/** Articles of one site, each with a word of the site's own. */
function articlesOf(source: string, word: string, lang: "id" | "en" = "id"): Article[] {
  const random = seededRandom(source.length);
  return Array.from({ length: ENOUGH }, () => ({
    title: null,
    paragraphs: [`${toyNews(random, lang)} ${word}`, toyNews(random, lang)],
    lang,
    kind: "news",
    source,
  }));
}

/** Pages of one operator, each with a word of the operator's own. */
function runsOf(source: string, word: string): SpamRun[] {
  const random = seededRandom(source.length);
  return Array.from({ length: ENOUGH }, (_, index) => ({
    pieces: [{ text: `${toySpam(random, "id")} ${word}`, kind: "paragraph" }],
    lang: "id",
    source,
    run: `page ${index}`,
  }));
}

const ARTICLES = [...articlesOf("situs.id", "kelapa"), ...articlesOf("site.uk", "heather", "en")];
const RUNS = [...runsOf("operator/situs", "rajaslot"), ...runsOf("lain/situs", "ratuslot")];
const OWN_WORDS = ["kelapa", "heather", "rajaslot", "ratuslot"];

const learnt = learnTopics(ARTICLES, RUNS);

test("words of articles and of spam have vectors", () => {
  expect(learnt.all.words).toEqual(expect.arrayContaining(OWN_WORDS));
  expect(learnt.all.codes).toHaveLength(learnt.all.dimensions * learnt.all.words.length);
});

test("nothing is learnt from sources that are measured on", () => {
  // They stand first, so that the others would get other numbers if they were counted.
  const articles = [...articlesOf(measuredSource("ukur.id"), "durian"), ...ARTICLES];
  const runs = [...runsOf(measuredSource("ukur/situs"), "dewaslot"), ...RUNS];
  expect(learnTopics(articles, runs)).toEqual(learnt);
});

test("a source that is not measured on is learnt from, though one of its name is", () => {
  const articles = [...articlesOf(measuredSource("situs.id"), "durian"), ...ARTICLES];
  expect(learnTopics(articles, RUNS)).toEqual(learnt);
});

test("a fold's texts are not in its vectors, and those of the other folds are", () => {
  const [ofFirst, ofSecond] = [0, ENOUGH].map((index) => foldsOfArticles(ARTICLES)[index]);
  const folds = [ofFirst, ofSecond, ...[RUNS[0], RUNS[ENOUGH]].map((run) => run && foldOfRun(run))];
  expect(learnt.without).toHaveLength(FOLD_COUNT);
  learnt.without.forEach(({ words }, fold) => {
    expect(OWN_WORDS.filter((word) => words.includes(word))).toEqual(
      OWN_WORDS.filter((_, index) => folds[index] !== fold),
    );
  });
  expect(new Set(folds).size).toBeGreaterThan(1);
});

test("what a fold's vectors are does not depend on its texts", () => {
  const last = runsOf("lain/situs", "ratuslot");
  const others = last.map((run) => ({ ...run, pieces: [{ text: "dewa", kind: "paragraph" }] }));
  const changed = learnTopics(ARTICLES, [...RUNS.slice(0, ENOUGH), ...others]);
  const fold = foldOfRun({ source: "lain/situs", run: "", lang: "id", pieces: [] });
  const isSame = changed.without.map((topics, index) => {
    const before = learnt.without[index];
    return before !== undefined && Buffer.from(before.codes).equals(Buffer.from(topics.codes));
  });
  expect(isSame).toEqual(learnt.without.map((_, index) => index === fold));
});

test("no text gives no word", () => {
  const { all, without } = learnTopics([], []);
  expect([all, ...without].map(({ words }) => words.length)).toEqual([0, 0, 0, 0, 0, 0]);
});

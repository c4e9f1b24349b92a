import { describe, expect, test } from "vitest";
import { evaluateDocument, summarize } from "../../../src/core/evaluate/evaluation.ts";
import { judgeByCleaner } from "../../../src/core/evaluate/judge.ts";
import { standInCleaner } from "../../stand-in-cleaner.ts";
import { labelled } from "./labelled.ts";

/** The stand-in cuts lines with "slot" in them with a posterior of 0.99, and gives 0.6 to those with "bonus". */
const DOCUMENTS = [
  labelled("news\n[slot]", { id: "exact" }),
  labelled("slot news\nnews of\ntoday\n[slot]", { id: "lost", slice: "head", source: "b" }),
  labelled("news\n[bonus]\n[slot]", { id: "left", lang: "ms" }),
];

function summary(worstCount = 5) {
  const judge = judgeByCleaner(standInCleaner);
  return summarize(
    DOCUMENTS.map((document) => evaluateDocument(document, judge)),
    {
      threshold: 0.9,
      worstCount,
      explain: (text, span) => standInCleaner.explain(text, span, 1),
      against: [],
    },
  );
}

test("adds the documents up", () => {
  expect(summary().all.totals).toEqual({
    documents: 3,
    exact: 1,
    hurt: 1,
    newsCharacters: 4 + (9 + 7 + 5) + 4,
    newsCharactersLost: 9,
    spamCharacters: 4 + 4 + (5 + 4),
    spamCharactersLeft: 5,
    cutSpam: 3,
    falseCuts: 1,
    missedSpam: 1,
    keptNews: 4,
    boundaries: 3,
    paragraphsOff: 1,
  });
});

test("makes figures of the sums", () => {
  const { all } = summary();
  expect(all.exact.value).toBe(1 / 3);
  expect(all.newsLost.value).toBe(9 / 29);
  expect(all.spamLeft.value).toBe(5 / 17);
  expect(all.newsParagraphsLost.value).toBe(1 / 5);
  expect(all.spamParagraphsLeft.value).toBe(1 / 4);
  expect(all.precision.value).toBe(3 / 4);
  expect(all.recall.value).toBe(3 / 4);
  expect(all.f1.value).toBe(6 / 8);
  expect(all.boundaryError.value).toBe(1 / 3);
  expect(all.hurt.value).toBe(1 / 3);
  expect(all.exact.low).toBeLessThan(all.exact.high);
});

test("groups documents by what they have in common, in the order of the names", () => {
  const { groups } = summary();
  const counts = (by: keyof typeof groups) =>
    groups[by].map(({ name, totals }) => [name, totals.documents, totals.exact]);
  expect(counts("lang")).toEqual([
    ["id", 2, 1],
    ["ms", 1, 0],
  ]);
  expect(counts("slice")).toEqual([
    ["head", 1, 0],
    ["tail", 2, 1],
  ]);
  expect(counts("kind")).toEqual([["news", 3, 1]]);
  expect(counts("source")).toEqual([
    ["b", 1, 0],
    ["s", 2, 1],
  ]);
});

test("tries thresholds: at 0.6 and below the bonus goes too", () => {
  const { curve, leastCost } = summary();
  const at = (threshold: number) => curve.find((point) => point.threshold === threshold);
  expect(at(0.6)).toEqual({ threshold: 0.6, falseCuts: 1, missedSpam: 0, cost: 10, exact: 2 });
  expect(at(0.61)).toEqual({ threshold: 0.61, falseCuts: 1, missedSpam: 1, cost: 11, exact: 1 });
  // Above 0.99 nothing is cut: four misses are cheaper than one false cut.
  expect(leastCost).toMatchObject({ threshold: 0.999, falseCuts: 0, missedSpam: 4, cost: 4 });
});

test("says how far posteriors can be trusted", () => {
  const { reliability } = summary();
  expect(reliability.bins[9]).toMatchObject({ paragraphs: 4, spamShare: 3 / 4 });
});

describe("the worst documents", () => {
  test("are those that cost most characters, lost ones counted ten times, with what went wrong", () => {
    const { worst } = summary();
    expect(worst.map(({ id, newsLost, spamLeft }) => ({ id, newsLost, spamLeft }))).toEqual([
      { id: "lost", newsLost: 9, spamLeft: 0 },
      { id: "left", newsLost: 0, spamLeft: 5 },
    ]);
    expect(worst[0]?.wrongParagraphs).toEqual([
      {
        index: 0,
        span: { start: 0, end: 9 },
        text: "slot news",
        label: "ham",
        posterior: 0.99,
        words: [{ word: "slot", logOdds: 4.25 }],
      },
    ]);
    expect(worst[1]?.wrongParagraphs).toMatchObject([{ label: "spam", posterior: 0.6 }]);
  });

  test("are as many as asked for", () => {
    expect(summary(1).worst.map(({ id }) => id)).toEqual(["lost"]);
  });

  test("show the first 300 characters of a long paragraph", () => {
    const document = labelled(`${"𝐬".repeat(400)} slot`);
    const evaluated = evaluateDocument(document, judgeByCleaner(standInCleaner));
    const options = { threshold: 0.9, worstCount: 1, explain: () => [], against: [] };
    const [worst] = summarize([evaluated], options).worst;
    expect(worst?.wrongParagraphs[0]?.text).toBe("𝐬".repeat(300));
  });
});

test("of no documents there are no figures", () => {
  const options = { threshold: 0.5, worstCount: 1, explain: () => [], against: [] };
  const { all, groups, worst } = summarize([], options);
  expect(all.totals.documents).toBe(0);
  expect(all.exact.value).toBeNaN();
  expect(groups.slice).toEqual([]);
  expect(worst).toEqual([]);
});

import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { describe, expect, test } from "vitest";
import {
  evaluateBaseline,
  keywordBaseline,
  naturalBaseline,
  wordBaseline,
} from "../../../src/core/evaluate/baselines.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";
import { labelled } from "./labelled.ts";

/** P(word | ham) and P(word | spam): each spam word has log-odds ln 4, each news word −ln 4. */
const logs = (probabilities: readonly number[]) => Float64Array.from(probabilities, Math.log);
const TABLE = makeWordTable(["gacor", "slot", "warga", "desa"], {
  ham: logs([0.1, 0.1, 0.4, 0.4]),
  gamblingNews: logs([0.1, 0.1, 0.4, 0.4]),
  spam: logs([0.4, 0.4, 0.1, 0.1]),
});

const scoresOf = (baseline: typeof keywordBaseline, text: string) =>
  baseline.judge(text).map(({ score }) => score);

test("keywords: one gambling word is enough, whatever its case", () => {
  const text = "Warga desa\nSitus SLOT resmi\nslotted spoons";
  expect(scoresOf(keywordBaseline, text)).toEqual([0, 1, 0]);
});

describe("words", () => {
  test("add up the log-odds of a paragraph, each word once, unknown ones not at all", () => {
    const [spam, mixed, unknown] = scoresOf(
      wordBaseline(() => TABLE),
      "slot gacor slot\nslot warga\nentah apa",
    );
    expect(spam).toBeCloseTo(2 * Math.log(4), 2);
    expect(mixed).toBeCloseTo(0, 6);
    expect(unknown).toBe(0);
  });

  test("get the threshold at which most documents come out exact", () => {
    // The paragraph of news scores ln 4 = 1.4, that of spam 2 ln 4 = 2.8: only a threshold of 2 parts them.
    const documents = [labelled("warga desa\nslot baru\n[slot gacor]")];
    const report = evaluateBaseline(
      documents,
      wordBaseline(() => TABLE),
    );
    expect(report.threshold).toBe(2);
    expect(report.all.exact.value).toBe(1);
    expect(report.slices.map(({ name }) => name)).toEqual(["tail"]);
  });
});

describe("natural", () => {
  const baseline = naturalBaseline(
    () => TABLE,
    (parsed) => BayesClassifier.restore(parsed),
  );

  test("decides as its formula says", () => {
    expect(scoresOf(baseline, "slot gacor slot\nwarga desa\nslot warga desa")).toEqual([1, 0, 0]);
  });

  test("takes a paragraph without a known word, of which it can say nothing, for its first label", () => {
    expect(scoresOf(baseline, "entah apa\nslot")).toEqual([0, 1]);
  });

  test("is scored beside ours", () => {
    const { name, threshold, all } = evaluateBaseline([labelled("warga\n[slot]")], baseline);
    expect({ name, threshold, exact: all.exact.value }).toEqual({
      name: "natural",
      threshold: 1,
      exact: 1,
    });
  });
});

import { evaluateBaseline, keywordBaseline } from "../../src/core/evaluate/baselines.ts";
import {
  evaluateDocument,
  type Evaluation,
  summarize,
} from "../../src/core/evaluate/evaluation.ts";
import { judgeByCleaner } from "../../src/core/evaluate/judge.ts";
import { labelled } from "../core/evaluate/labelled.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

/** What the stand-in cleaner does on a few documents; the names of the worst one are what a page must not take for markup. */
export function smallEvaluation(): Evaluation {
  const documents = [
    labelled("news of today\n[slot]", { id: "exact" }),
    labelled('<b onclick="x">slot</b> & news\u001B(0\nnews of\ntoday\n[slot]', {
      id: "</h3><script>alert(1)</script>",
      slice: "\u001B[31mhead",
      source: "a<b",
    }),
    labelled("news\n[bonus]\n[slot]", { id: "left", lang: "ms" }),
  ];
  const judge = judgeByCleaner(standInCleaner);
  return summarize(
    documents.map((document) => evaluateDocument(document, judge)),
    {
      threshold: 0.9,
      worstCount: 5,
      explain: (text, span) => standInCleaner.explain(text, span, 2),
      against: [evaluateBaseline(documents, keywordBaseline)],
    },
  );
}

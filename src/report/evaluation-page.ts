import type { CostPoint } from "../core/evaluate/cost-curve.ts";
import type { Estimate } from "../core/evaluate/bootstrap.ts";
import type { Evaluation } from "../core/evaluate/evaluation.ts";
import { FIGURE_NAMES, type FigureName, type Figures } from "../core/evaluate/figures.ts";
import type { Group } from "../core/evaluate/groups.ts";
import type { WorstDocument } from "../core/evaluate/worst-documents.ts";
import { escapeHtml } from "./escape-html.ts";
import { drawCost, drawExact, drawReliability, drawTradeOff } from "./evaluation-charts.ts";
import { PAGE_STYLE } from "./page-look.ts";
import { FIGURE_LOOKS, formatFigure, formatInterval, formatNumber } from "./format-figure.ts";

const STYLE = `
${PAGE_STYLE}
h3 { font-size: 1rem; margin-bottom: .2rem; } p, figcaption, small { color: var(--faint); } .scroll { overflow-x: auto; }
th, td { padding: .2rem .7rem; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; max-width: 26rem; overflow: hidden; text-overflow: ellipsis; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
.line { stroke: var(--line); stroke-width: 2; fill: none; } .compare { stroke: var(--faint); stroke-dasharray: 4 4; fill: none; } .dot { fill: var(--line); } .mark { fill: var(--cut); }
blockquote { margin: .4rem 0; padding: .1rem .9rem; border-left: 3px solid var(--line); } blockquote.ham { border-color: var(--cut); }
`.trim();

/**
 * An evaluation as one page of HTML that needs nothing else: no script, no font, no network. Light or dark as the reader
 * has it. Nothing in the documents becomes markup.
 */
export function renderEvaluation(evaluation: Evaluation): string {
  const { all, groups, against, worst, threshold } = evaluation;
  const sections = [
    `<h1>How well Tapis cleans ${all.totals.documents} documents</h1>`,
    `<p>Paragraphs are cut from a posterior of ${threshold} on. Intervals hold 95 % of 1,000 bootstrap resamples of the documents.</p>`,
    totalTable(all, evaluation.reliability.expectedCalibrationError),
    "<h2>Curves</h2>",
    `<div class="charts">${[drawExact(evaluation), drawCost(evaluation), drawTradeOff(evaluation), drawReliability(evaluation)].map((svg) => `<figure>${svg}</figure>`).join("")}</div>`,
    ...(against.length === 0 ? [] : ["<h2>Against simpler ways</h2>", againstTable(evaluation)]),
    "<h2>By slice</h2>",
    groupTable("slice", groups.slice),
    "<h2>By language</h2>",
    groupTable("language", groups.lang),
    "<h2>By kind</h2>",
    groupTable("kind", groups.kind),
    "<h2>By source</h2>",
    `<details><summary>${groups.source.length} sources</summary>${groupTable("source", groups.source)}</details>`,
    "<h2>Thresholds</h2>",
    "<p>A false cut costs ten misses; both are counted in paragraphs.</p>",
    `<details><summary>${evaluation.curve.length} thresholds</summary>${curveTable(evaluation)}</details>`,
    "<h2>Calibration</h2>",
    reliabilityTable(evaluation),
    ...(worst.length === 0 ? [] : ["<h2>The worst documents</h2>", ...worst.map(worstDocument)]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Tapis: evaluation</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
${sections.join("\n")}
</main>
</body>
</html>
`;
}

/** A table; cells are markup already. */
function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = titles
    .map((title) => (title === "" ? "<td></td>" : `<th scope="col">${title}</th>`))
    .join("");
  const body = rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
    .join("\n");
  return `<div class="scroll" role="region" tabindex="0" aria-label="${titles[0] === "" ? "comparison" : `by ${titles[0]}`}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function withInterval(estimate: Estimate, name: FigureName): string {
  return `${formatFigure(estimate.value, name)} <small>${formatInterval(estimate, name)}</small>`;
}

function totalTable(all: Figures, calibrationError: number): string {
  const rows = FIGURE_NAMES.map((name) => [
    FIGURE_LOOKS[name].title,
    formatFigure(all[name].value, name),
    formatInterval(all[name], name),
    FIGURE_LOOKS[name].unit,
  ]);
  const error = ["expected calibration error", formatNumber(calibrationError, 4), "", ""];
  return table(["figure", "value", "95 % interval", "unit"], [...rows, error]);
}

const GROUP_TITLES = [
  "documents",
  "exact %",
  "news lost %",
  "spam left %",
  "F1 %",
  "boundary",
  "hurt",
];

function figureCells(figures: Figures): string[] {
  return [
    withInterval(figures.exact, "exact"),
    withInterval(figures.newsLost, "newsLost"),
    withInterval(figures.spamLeft, "spamLeft"),
    formatFigure(figures.f1.value, "f1"),
    formatFigure(figures.boundaryError.value, "boundaryError"),
    String(figures.totals.hurt),
  ];
}

function groupTable(by: string, groups: readonly Group[]): string {
  return table(
    [by, ...GROUP_TITLES],
    groups.map((group) => [
      group.name === "" ? "(none)" : escapeHtml(group.name),
      String(group.totals.documents),
      ...figureCells(group),
    ]),
  );
}

function againstTable({ all, against, threshold }: Evaluation): string {
  const compared = [{ name: "tapis", threshold, all }, ...against];
  return table(
    ["", "cut from", ...GROUP_TITLES.slice(1)],
    compared.map(({ name, threshold: from, all: figures }) => [
      name,
      String(from),
      ...figureCells(figures),
    ]),
  );
}

function curveTable({ curve, leastCost, all }: Evaluation): string {
  const mark = (point: CostPoint): string => (point === leastCost ? " (least)" : "");
  return table(
    ["threshold", "cost", "false cuts", "misses", "exact %"],
    curve.map((point) => [
      String(point.threshold),
      `${point.cost}${mark(point)}`,
      String(point.falseCuts),
      String(point.missedSpam),
      formatNumber((100 * point.exact) / all.totals.documents, 2),
    ]),
  );
}

function reliabilityTable({ reliability }: Evaluation): string {
  return table(
    ["posterior", "paragraphs", "mean", "are spam"],
    reliability.bins.map(({ from, to, paragraphs, meanPosterior, spamShare }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      String(paragraphs),
      formatNumber(meanPosterior, 3),
      formatNumber(spamShare, 3),
    ]),
  );
}

function worstDocument(document: WorstDocument): string {
  const { id, slice, lang, kind, source, newsLost, spamLeft, wrongParagraphs } = document;
  const about = [slice, lang, kind, source].filter((part) => part !== "").map(escapeHtml);
  const paragraphs = wrongParagraphs.map(({ text, label, posterior, words }) => {
    const verdict = label === "spam" ? "spam left" : "news lost";
    const evidence = words.map(
      ({ word, logOdds }) => `${escapeHtml(word)} ${logOdds > 0 ? "+" : ""}${logOdds.toFixed(1)}`,
    );
    return `<blockquote class="${label}"><div>${escapeHtml(text)}</div><small>${verdict}, posterior ${posterior.toFixed(2)}: ${evidence.join(", ")}</small></blockquote>`;
  });
  return `<h3>${escapeHtml(id)}</h3>
<p>${about.join(" · ")}: ${newsLost} characters of news lost, ${spamLeft} of spam left</p>
${paragraphs.join("\n")}`;
}

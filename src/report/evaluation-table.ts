import { CURVE_THRESHOLDS, type Evaluation } from "../core/evaluate/evaluation.ts";
import type { CostPoint } from "../core/evaluate/cost-curve.ts";
import { FIGURE_NAMES } from "../core/evaluate/figures.ts";
import type { Group } from "../core/evaluate/groups.ts";
import { type Column, formatColumns } from "./columns.ts";
import { escapeControls } from "./escape-controls.ts";
import { FIGURE_LOOKS, formatFigure, formatInterval, formatNumber } from "./format-figure.ts";
import type { TerminalLook } from "./inspection.ts";
import { createPaint } from "./paint.ts";
import { formatWorst } from "./worst-text.ts";

/** Sources beyond these are left to `--json`. */
const SHOWN_SOURCES = 10;
/** Thresholds of the curve that are shown besides the one in use and the best. */
const SHOWN_THRESHOLDS: ReadonlySet<number> = new Set([
  0.01, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99,
]);

/**
 * An evaluation as terminal text, 80 columns wide: all documents, then by language, slice, kind and source, the comparison
 * with simpler ways, thresholds and their costs, calibration, and the worst documents. Nothing in the documents reaches the
 * terminal unescaped.
 */
export function formatEvaluation(evaluation: Evaluation, look: TerminalLook): string {
  const paint = createPaint(look.isColored);
  const { groups, against, worst } = evaluation;
  const sections: { readonly title: string; readonly lines: readonly string[] }[] = [
    { title: titleOf(evaluation), lines: totalLines(evaluation) },
    { title: "By language", lines: groupLines("language", groups.lang) },
    { title: "By slice", lines: groupLines("slice", groups.slice) },
    { title: "By kind", lines: groupLines("kind", groups.kind) },
    {
      title: sourceTitle(groups.source),
      lines: groupLines("source", worstGroups(groups.source)),
    },
  ];
  if (against.length > 0) {
    sections.push({ title: "Against", lines: againstLines(evaluation) });
  }
  sections.push(
    { title: "Thresholds (a false cut costs ten misses)", lines: curveLines(evaluation) },
    { title: "Calibration of posteriors", lines: reliabilityLines(evaluation) },
  );
  if (worst.length > 0) {
    sections.push({
      title: "The worst documents",
      lines: worst.flatMap((document) => formatWorst(document, look)),
    });
  }
  return sections
    .map(({ title, lines }) => `${[paint(title, "title"), ...lines].join("\n")}\n`)
    .join("\n");
}

function titleOf({ all: { totals }, threshold }: Evaluation): string {
  return `${totals.documents} documents, cut from a posterior of ${threshold}`;
}

function totalLines({ all, reliability }: Evaluation): string[] {
  const columns = [
    { title: "", width: 26 },
    { title: "", width: 10 },
    { title: "95 % interval", width: 20 },
    { title: "", width: 14 },
  ];
  const rows = FIGURE_NAMES.map((name) => [
    FIGURE_LOOKS[name].title,
    formatFigure(all[name].value, name),
    formatInterval(all[name], name),
    FIGURE_LOOKS[name].unit,
  ]);
  const error = formatNumber(reliability.expectedCalibrationError, 4);
  return formatColumns(columns, [...rows, ["calibration error", error]]);
}

const GROUP_COLUMNS: readonly Column[] = [
  { title: "", width: 21 },
  { title: "docs", width: 6 },
  { title: "exact %", width: 8 },
  { title: "95 %", width: 14 },
  { title: "lost %", width: 8 },
  { title: "left %", width: 8 },
  { title: "F1 %", width: 8 },
  { title: "hurt", width: 6 },
];

function groupLines(by: string, groups: readonly Group[]): string[] {
  const [first, ...others] = GROUP_COLUMNS;
  if (first === undefined) return [];
  return formatColumns(
    [{ ...first, title: by }, ...others],
    groups.map((group) => [
      group.name === "" ? "(none)" : escapeControls(group.name),
      String(group.totals.documents),
      formatFigure(group.exact.value, "exact"),
      formatInterval(group.exact, "exact"),
      formatFigure(group.newsLost.value, "newsLost"),
      formatFigure(group.spamLeft.value, "spamLeft"),
      formatFigure(group.f1.value, "f1"),
      String(group.totals.hurt),
    ]),
  );
}

/** Those with the most documents that are not exact, most first. */
function worstGroups(groups: readonly Group[]): Group[] {
  const wrongCount = ({ totals }: Group): number => totals.documents - totals.exact;
  return groups.toSorted((a, b) => wrongCount(b) - wrongCount(a)).slice(0, SHOWN_SOURCES);
}

function sourceTitle(groups: readonly Group[]): string {
  return groups.length <= SHOWN_SOURCES
    ? "By source"
    : `By source: the ${SHOWN_SOURCES} of ${groups.length} with the most documents not exact`;
}

function againstLines({ all, against, threshold }: Evaluation): string[] {
  const columns = [
    { title: "", width: 21 },
    { title: "exact %", width: 9 },
    { title: "95 %", width: 14 },
    { title: "lost %", width: 9 },
    { title: "left %", width: 9 },
    { title: "F1 %", width: 8 },
    { title: "from", width: 8 },
  ];
  const compared = [{ name: "tapis", threshold, all }, ...against];
  return formatColumns(
    columns,
    compared.map(({ name, threshold: from, all: figures }) => [
      name,
      formatFigure(figures.exact.value, "exact"),
      formatInterval(figures.exact, "exact"),
      formatFigure(figures.newsLost.value, "newsLost"),
      formatFigure(figures.spamLeft.value, "spamLeft"),
      formatFigure(figures.f1.value, "f1"),
      String(from),
    ]),
  );
}

function curveLines({ curve, leastCost, threshold, all }: Evaluation): string[] {
  const columns = [
    { title: "threshold", width: 12 },
    { title: "cost", width: 10 },
    { title: "false cuts", width: 12 },
    { title: "misses", width: 10 },
    { title: "exact %", width: 10 },
    { title: "", width: 16 },
  ];
  const inUse = nearest(threshold);
  const isShown = (point: CostPoint): boolean =>
    SHOWN_THRESHOLDS.has(point.threshold) || point.threshold === inUse || point === leastCost;
  return formatColumns(
    columns,
    curve
      .filter(isShown)
      .map((point) => [
        String(point.threshold),
        String(point.cost),
        String(point.falseCuts),
        String(point.missedSpam),
        formatNumber((100 * point.exact) / all.totals.documents, 2),
        [point === leastCost ? "least cost" : "", point.threshold === inUse ? "in use" : ""]
          .filter((note) => note !== "")
          .join(", "),
      ]),
  );
}

/** The threshold of the curve that lies nearest to another. */
function nearest(threshold: number): number {
  return CURVE_THRESHOLDS.reduce((best, other) =>
    Math.abs(other - threshold) < Math.abs(best - threshold) ? other : best,
  );
}

function reliabilityLines({ reliability }: Evaluation): string[] {
  const columns = [
    { title: "posterior", width: 12 },
    { title: "paragraphs", width: 12 },
    { title: "mean", width: 10 },
    { title: "are spam", width: 10 },
  ];
  const rows = reliability.bins.map(({ from, to, paragraphs, meanPosterior, spamShare }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(paragraphs),
    formatNumber(meanPosterior, 3),
    formatNumber(spamShare, 3),
  ]);
  return [
    ...formatColumns(columns, rows),
    `expected calibration error ${formatNumber(reliability.expectedCalibrationError, 4)}, log loss ${formatNumber(reliability.logLoss, 4)} nats`,
  ];
}

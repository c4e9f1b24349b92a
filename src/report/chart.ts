import { escapeHtml } from "./escape-html.ts";

/** A place in a chart, in the units of its axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** An axis of a chart: what it says and the numbers between which it lies. */
export interface Axis {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** Where a number stands beside it. */
  readonly ticks: readonly number[];
  /** How such a number is written. */
  readonly format: (value: number) => string;
}

/** A chart with one curve. */
export interface Chart {
  readonly title: string;
  /** What is to be seen, for those who cannot see it. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  /** The curve: its corners in order. */
  readonly line: readonly ChartPoint[];
  /** Places that stand out, such as the threshold in use, with what is written beside them. */
  readonly marks?: readonly (ChartPoint & { readonly label: string })[];
  /** Dots, such as the bins of a table. */
  readonly dots?: readonly ChartPoint[];
  /** A straight line to compare with, from corner to corner. */
  readonly hasDiagonal?: boolean;
}

const WIDTH = 440;
const HEIGHT = 280;
/** Space around the field of a chart, for the axes. */
const LEFT = 64;
const RIGHT = 16;
const TOP = 24;
const BOTTOM = 44;
/** Marks nearer to the right edge than this have their words on their left. */
const LABEL_SPACE = 150;

/**
 * A chart as an SVG element that takes its colours from the page. Points beyond the axes are drawn at their ends, those that
 * are no numbers not at all.
 */
export function drawChart(chart: Chart): string {
  const { title, description, x, y, line, marks = [], dots = [], hasDiagonal = false } = chart;
  const across = (value: number): number => LEFT + position(value, x) * (WIDTH - LEFT - RIGHT);
  const up = (value: number): number =>
    HEIGHT - BOTTOM - position(value, y) * (HEIGHT - TOP - BOTTOM);
  const at = (point: ChartPoint): string => `${round(across(point.x))},${round(up(point.y))}`;
  const parts = [
    ...y.ticks.map(
      (tick) =>
        `<path class="grid" d="M${LEFT} ${round(up(tick))}H${WIDTH - RIGHT}"/>${text(LEFT - 8, up(tick) + 4, "end", y.format(tick))}`,
    ),
    ...x.ticks.map((tick) => text(across(tick), HEIGHT - BOTTOM + 18, "middle", x.format(tick))),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", x.title),
    `<text class="axis" text-anchor="middle" transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)">${escapeHtml(y.title)}</text>`,
    ...(hasDiagonal
      ? [`<path class="compare" d="M${at({ x: x.from, y: y.from })}L${at({ x: x.to, y: y.to })}"/>`]
      : []),
    `<polyline class="line" points="${line.filter(isDrawable).map(at).join(" ")}"/>`,
    ...dots.map((dot) => circle(across(dot.x), up(dot.y), "dot")),
    ...marks.map((mark) => {
      const isRight = across(mark.x) > WIDTH - RIGHT - LABEL_SPACE;
      const label = text(
        across(mark.x) + (isRight ? -9 : 9),
        up(mark.y) - 9,
        isRight ? "end" : "start",
        mark.label,
      );
      return circle(across(mark.x), up(mark.y), "mark") + label;
    }),
  ];
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"><title>${escapeHtml(title)}</title><desc>${escapeHtml(description)}</desc>${parts.join("")}</svg>`;
}

function isDrawable({ x, y }: ChartPoint): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** Where a value lies on an axis, from 0 to 1. */
function position(value: number, { from, to }: Axis): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function text(x: number, y: number, anchor: "start" | "middle" | "end", content: string): string {
  return `<text class="axis" text-anchor="${anchor}" x="${round(x)}" y="${round(y)}">${escapeHtml(content)}</text>`;
}

function circle(x: number, y: number, className: string): string {
  return `<circle class="${className}" cx="${round(x)}" cy="${round(y)}" r="4"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import { type Random } from "../model/random.ts";
import { bootstrap, type Estimate } from "./bootstrap.ts";
import { f1, precision, recall } from "./confusion.ts";
import type { ScoredDocument } from "./score-document.ts";

/** Sums over documents, of which the figures are made. */
export interface Totals {
  readonly documents: number;
  /** Documents whose text came out exact. */
  readonly exact: number;
  /** Documents that lost news. */
  readonly hurt: number;
  readonly newsCharacters: number;
  readonly newsCharactersLost: number;
  readonly spamCharacters: number;
  readonly spamCharactersLeft: number;
  /** Spam paragraphs that were cut. */
  readonly cutSpam: number;
  /** News paragraphs that were cut. */
  readonly falseCuts: number;
  /** Spam paragraphs that were kept. */
  readonly missedSpam: number;
  /** News paragraphs that were kept. */
  readonly keptNews: number;
  /** Places between paragraphs where spam starts or ends. */
  readonly boundaries: number;
  /** How many paragraphs the cuts are off, over all boundaries. */
  readonly paragraphsOff: number;
}

/** Names of the figures, in the order in which they are shown. */
export const FIGURE_NAMES = [
  "exact",
  "newsLost",
  "spamLeft",
  "newsParagraphsLost",
  "spamParagraphsLeft",
  "precision",
  "recall",
  "f1",
  "boundaryError",
  "hurt",
] as const;

/** Name of a figure; see {@link Figures}. */
export type FigureName = (typeof FIGURE_NAMES)[number];

/**
 * How well spam was found in a group of documents, each figure with its 95 % interval.
 *
 * `exact` and `hurt` are shares of the documents; `newsLost` and `spamLeft` shares of the characters of news and of spam,
 * `newsParagraphsLost` and `spamParagraphsLeft` of their paragraphs; `precision`, `recall` and `f1` are those of the cut
 * verdict, by paragraph; `boundaryError` is in paragraphs for each boundary. All but the last lie in [0, 1]. What there is
 * nothing of loses nothing and leaves nothing.
 */
export interface Figures extends Readonly<Record<FigureName, Estimate>> {
  readonly totals: Totals;
}

/** The figures of some documents. The same documents and the same random numbers give the same intervals. */
export function figuresOf(documents: readonly ScoredDocument[], random: Random): Figures {
  const rows = documents.map(({ text, confusion, boundary }) =>
    packTotals({
      documents: 1,
      exact: text.isExact ? 1 : 0,
      hurt: text.newsLost > 0 ? 1 : 0,
      newsCharacters: text.newsCharacters,
      newsCharactersLost: text.newsLost,
      spamCharacters: text.spamCharacters,
      spamCharactersLeft: text.spamLeft,
      ...confusion,
      ...boundary,
    }),
  );
  const estimates = bootstrap(rows, (sums) => figuresOfTotals(unpackTotals(sums)), { random });
  const estimate = (name: FigureName): Estimate =>
    estimates[FIGURE_NAMES.indexOf(name)] ?? {
      value: Number.NaN,
      low: Number.NaN,
      high: Number.NaN,
    };
  const sums = new Float64Array(TOTAL_NAMES.length);
  for (const row of rows)
    row.forEach((value, column) => (sums[column] = (sums[column] ?? 0) + value));
  return {
    exact: estimate("exact"),
    newsLost: estimate("newsLost"),
    spamLeft: estimate("spamLeft"),
    newsParagraphsLost: estimate("newsParagraphsLost"),
    spamParagraphsLeft: estimate("spamParagraphsLeft"),
    precision: estimate("precision"),
    recall: estimate("recall"),
    f1: estimate("f1"),
    boundaryError: estimate("boundaryError"),
    hurt: estimate("hurt"),
    totals: unpackTotals(sums),
  };
}

/** In the order of {@link FIGURE_NAMES}. */
function figuresOfTotals(totals: Totals): number[] {
  return [
    totals.exact / totals.documents,
    shareOf(totals.newsCharactersLost, totals.newsCharacters),
    shareOf(totals.spamCharactersLeft, totals.spamCharacters),
    shareOf(totals.falseCuts, totals.falseCuts + totals.keptNews),
    shareOf(totals.missedSpam, totals.missedSpam + totals.cutSpam),
    precision(totals),
    recall(totals),
    f1(totals),
    totals.paragraphsOff / totals.boundaries,
    totals.hurt / totals.documents,
  ];
}

function shareOf(part: number, whole: number): number {
  return part / Math.max(1, whole);
}

const TOTAL_NAMES = [
  "documents",
  "exact",
  "hurt",
  "newsCharacters",
  "newsCharactersLost",
  "spamCharacters",
  "spamCharactersLeft",
  "cutSpam",
  "falseCuts",
  "missedSpam",
  "keptNews",
  "boundaries",
  "paragraphsOff",
] as const satisfies readonly (keyof Totals)[];

function packTotals(totals: Totals): Float64Array {
  return Float64Array.from(TOTAL_NAMES, (name) => totals[name]);
}

function unpackTotals(sums: Float64Array): Totals {
  const [
    documents = 0,
    exact = 0,
    hurt = 0,
    newsCharacters = 0,
    newsCharactersLost = 0,
    spamCharacters = 0,
    spamCharactersLeft = 0,
    cutSpam = 0,
    falseCuts = 0,
    missedSpam = 0,
    keptNews = 0,
    boundaries = 0,
    paragraphsOff = 0,
  ] = sums;
  return {
    documents,
    exact,
    hurt,
    newsCharacters,
    newsCharactersLost,
    spamCharacters,
    spamCharactersLeft,
    cutSpam,
    falseCuts,
    missedSpam,
    keptNews,
    boundaries,
    paragraphsOff,
  };
}

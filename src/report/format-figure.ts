import type { Estimate } from "../core/evaluate/bootstrap.ts";
import type { FigureName } from "../core/evaluate/figures.ts";

/** How a figure is shown. */
export interface FigureLook {
  /** What it is called. */
  readonly title: string;
  /** `%` where it is a share, `paragraphs` where it is a number of them. */
  readonly unit: "%" | "paragraphs";
  /** Decimals of the number in that unit. */
  readonly decimals: number;
}

/** How each figure is shown; the decimals of the first three are those of the project's reference script. */
export const FIGURE_LOOKS: Readonly<Record<FigureName, FigureLook>> = {
  exact: { title: "documents exact", unit: "%", decimals: 2 },
  newsLost: { title: "news lost, characters", unit: "%", decimals: 3 },
  spamLeft: { title: "spam left, characters", unit: "%", decimals: 3 },
  newsParagraphsLost: { title: "news lost, paragraphs", unit: "%", decimals: 3 },
  spamParagraphsLeft: { title: "spam left, paragraphs", unit: "%", decimals: 3 },
  precision: { title: "precision of cuts", unit: "%", decimals: 2 },
  recall: { title: "recall of cuts", unit: "%", decimals: 2 },
  f1: { title: "F1 of cuts", unit: "%", decimals: 2 },
  boundaryError: { title: "boundary error", unit: "paragraphs", decimals: 3 },
  hurt: { title: "documents hurt", unit: "%", decimals: 2 },
};

/** A number of a figure in its unit, without the unit; a dash for one that has no meaning. */
export function formatFigure(value: number, name: FigureName): string {
  const { unit, decimals } = FIGURE_LOOKS[name];
  return formatNumber(unit === "%" ? 100 * value : value, decimals);
}

/** The 95 % interval of a figure in its unit, `84.9–87.1`; a dash where there is none. */
export function formatInterval({ low, high }: Estimate, name: FigureName): string {
  if (Number.isNaN(low)) return "–";
  return `${formatFigure(low, name)}–${formatFigure(high, name)}`;
}

/** A number with so many decimals; a dash for NaN. */
export function formatNumber(value: number, decimals: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(decimals);
}

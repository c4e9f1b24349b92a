import { isWritten } from "../model/counts.ts";
import { drawInteger, drawWeighted, type Random } from "../model/random.ts";

/** Pieces of one spam page that stood one after the other. */
export interface SpamRun {
  readonly pieces: readonly { readonly text: string; readonly kind: string }[];
  readonly lang: string;
  readonly source: string;
  /** Name of the page within its source. */
  readonly run: string;
}

/** How often a spam page that was written for training is drawn against a real one of its size. */
const WRITTEN_SPAM = 0.5;

/**
 * Draws a spam page of a language, or of any other than that; undefined where there is none. Pages are drawn by their sources,
 * these in proportion to the square root of their size.
 */
export function drawRun(
  spam: readonly (readonly SpamRun[])[],
  lang: string,
  isForeign: boolean,
  random: Random,
): SpamRun | undefined {
  const fits = (run: SpamRun): boolean => (run.lang === lang) !== isForeign;
  const hasAny = spam.some((ofSource) => ofSource.some(fits));
  const eligible = spam
    .map((ofSource) => (hasAny ? ofSource.filter(fits) : ofSource))
    .filter((ofSource) => ofSource.length > 0);
  const size = (ofSource: readonly SpamRun[]): number =>
    ofSource.reduce((sum, run) => sum + run.pieces.length, 0);
  return eligible.length === 0
    ? undefined
    : drawWeighted(
        random,
        drawWeighted(
          random,
          eligible,
          (ofSource) =>
            (isWritten(ofSource[0]?.source ?? "") ? WRITTEN_SPAM : 1) * Math.sqrt(size(ofSource)),
        ),
        (run) => run.pieces.length,
      );
}

/** How the spam of a document is drawn from a page. */
export interface BlockOptions {
  /** Whether headings, list items and link lines come along. */
  readonly takesAll: boolean;
  /** Number of blocks. */
  readonly count: number;
  /** Fewest paragraphs of a block. */
  readonly least: number;
}

/** Draws blocks of consecutive paragraphs from a page. */
export function drawBlocks(
  run: SpamRun,
  { takesAll, count, least }: BlockOptions,
  random: Random,
): string[][] {
  const prose = run.pieces.filter((piece) => piece.kind === "paragraph");
  const pieces = takesAll || prose.length < count ? run.pieces : prose;
  const blocks: string[][] = [];
  for (let block = 0; block < count; block++) {
    // Lengths fall off geometrically, as they do in the wild: one paragraph is the commonest injection.
    let length = least;
    while (length < 12 && random() < (takesAll ? 0.6 : 0.62)) {
      length++;
    }
    const start = drawInteger(random, 0, Math.max(0, pieces.length - length));
    blocks.push(
      pieces
        .slice(start, start + length)
        .map((piece) => oneLine(piece.text))
        .filter((text) => text !== ""),
    );
  }
  return blocks;
}

/** A text with its line breaks and runs of white space made single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

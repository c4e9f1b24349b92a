/** What programs get back from a cleaner: plain values, frozen to the bottom, of which JSON keeps everything. */
import type { Part } from "../core/clean/attribution.ts";
import type { Cut } from "../core/clean/cleaner.ts";
import type { Evidence, Verdict } from "../core/clean/decision.ts";
import type { WordWeight } from "../core/clean/explain.ts";
import type { Span } from "../core/text/span.ts";

/** A paragraph with the decision about it. */
export interface DecidedParagraph {
  readonly text: string;
  readonly verdict: Verdict;
  /**
   * Probability that it is spam, given the whole document, in [0, 1]. Neighbours that are decided as one block share
   * the highest of theirs, up to 0.95, and where that is reached, 0.7 elsewhere counts as 0.9; the rows of a table, the lines
   * of a quote or of an item of a list, in Markdown, the mean.
   */
  readonly posterior: number;
  readonly evidence: Evidence;
}

/** A paragraph of a text, or a sentence where the text has lost its paragraph breaks, with the decision about it. */
export interface Paragraph extends DecidedParagraph {
  /** Where it stands in the text. */
  readonly span: Span;
}

/** A cleaned text and what was done to it. */
export interface CleanResult {
  /** The text without the spam; every kept code unit as it was. */
  readonly text: string;
  /** One per paragraph, in document order; made when it is first asked for. */
  readonly paragraphs: readonly Paragraph[];
  /** Number of the paragraphs. */
  readonly paragraphCount: number;
  /** The highest posterior of its paragraphs, in [0, 1]; 0 when there is none. */
  readonly highestPosterior: number;
  /** In document order; with the kept text they make up the original (see `restore`). */
  readonly cuts: readonly Cut[];
}

/** Paragraphs that were given one by one, cleaned. */
export interface ParagraphsResult {
  /** The paragraphs that are kept, as they were given, in order. */
  readonly text: readonly string[];
  /** One per paragraph that was given, in order; made when it is first asked for. Blank ones are kept. */
  readonly paragraphs: readonly DecidedParagraph[];
  /** The highest posterior of the paragraphs, in [0, 1]; 0 when there is none. */
  readonly highestPosterior: number;
}

/** A cleaned page of HTML. */
export interface HtmlResult {
  /** The page without the spam; everything else in it is as it was. */
  readonly html: string;
  /** What readers see of that page, as plain text. */
  readonly text: string;
  /** One per paragraph of the page, with the hosts that its links lead to; made when it is first asked for. */
  readonly paragraphs: readonly DecidedParagraph[];
  /** The highest posterior of the paragraphs, in [0, 1]; 0 when there is none. */
  readonly highestPosterior: number;
}

/** Where the decision about a paragraph comes from. */
export interface Explanation extends DecidedParagraph {
  /** ln(posterior / (1 − posterior)), in nats, about −40 to 40 at the utmost: the sum of the parts. */
  readonly logOdds: number;
  /** What the log-odds are made of, strongest first; none is 0. Empty for a blank paragraph, and for a model that has words only. */
  readonly parts: readonly Part[];
  /** The words that weigh most, strongest first, each once. */
  readonly words: readonly WordWeight[];
}

/** Where the decision about a paragraph of a text comes from. */
export interface TextExplanation extends Explanation {
  /** Where it stands in the text. */
  readonly span: Span;
}

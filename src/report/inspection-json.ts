import type { Evidence, Verdict } from "../core/clean/decision.ts";
import type { Part } from "../core/clean/attribution.ts";

/** What `tapis inspect --json` writes for each document, on a line. */
export interface InspectionRecord {
  readonly document: {
    readonly path: string;
    /** Line or record number, from 1; missing when the file is the document. */
    readonly line?: number;
    readonly id?: string | number;
  };
  /** In document order. */
  readonly paragraphs: readonly InspectionParagraph[];
}

/** A paragraph of an {@link InspectionRecord}. */
export interface InspectionParagraph {
  /** In UTF-16 code units of the document's text, half-open. */
  readonly span: readonly [start: number, end: number];
  readonly text: string;
  readonly verdict: Verdict;
  /** Probability that it is spam, in [0, 1]. */
  readonly posterior: number;
  /** ln(posterior / (1 − posterior)), in nats: the sum of the parts. Missing for a model that has words only. */
  readonly logOdds?: number;
  /** Strongest first, in nats. */
  readonly parts?: readonly Part[];
  readonly evidence: Evidence;
  /** Its strongest words, in nats. */
  readonly words: readonly { readonly word: string; readonly logOdds: number }[];
}

/** A record as a line of JSON. */
export function formatInspectionRecord(record: InspectionRecord): string {
  return `${JSON.stringify(record)}\n`;
}

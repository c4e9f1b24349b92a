/** What `tapis clean --json-summary` writes. */
export interface RunSummary {
  readonly format: "tapis-summary";
  readonly version: 1;
  readonly outcome: "done" | "interrupted" | "failed";
  /** What was wrong with a run that failed. */
  readonly error?: string;
  /** When it began: ISO 8601. */
  readonly started: string;
  readonly elapsedMs: number;
  /** Whether it went on with another run; the counts are of both then. */
  readonly isResumed: boolean;
  /** Files, or streams, that it was asked to clean. */
  readonly inputs: number;
  /** Bytes that were read, unpacked, in this run alone. */
  readonly bytes: number;
  readonly documents: number;
  readonly paragraphs: number;
  /** Paragraphs that were cut. */
  readonly cut: number;
  /** Records and files that could not be read or written. */
  readonly rejected: number;
  /** Documents that stayed whole because of `--max-cut`. */
  readonly spared: number;
  /** Documents that were left out because of `--drop-empty`. */
  readonly dropped: number;
  /** Least posterior that was cut; null for the model's own. */
  readonly threshold: number | null;
}

/** A summary as JSON. */
export function formatSummary(summary: RunSummary): string {
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

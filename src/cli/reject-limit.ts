import type { CleanTally } from "../pipeline/clean-tally.ts";

/** How many records may be rejected before a run is to end: a number, or a share of all records in (0, 1]. */
export type RejectLimit =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "share"; readonly share: number };

/** A share of few records says nothing. */
const LEAST_RECORDS = 100;

/**
 * Reads `100` or `5%`.
 *
 * @throws {RangeError} when it is neither.
 */
export function parseRejectLimit(text: string): RejectLimit {
  if (/^\d{1,12}$/.test(text)) return { kind: "count", count: Number(text) };
  const share = percentOf(text);
  if (share === undefined) throw new RangeError("must be a number or a percentage, such as 5%");
  return { kind: "share", share };
}

/** Whether more was rejected than may be; a share is judged from 100 records on. */
export function exceedsLimit(limit: RejectLimit, { documents, rejected }: CleanTally): boolean {
  if (limit.kind === "count") return rejected > limit.count;
  const records = documents + rejected;
  return records >= LEAST_RECORDS && rejected > limit.share * records;
}

/**
 * Reads `60%` as a share in (0, 1].
 *
 * @throws {RangeError} when it is no percentage above 0 and up to 100.
 */
export function parsePercent(text: string): number {
  const share = percentOf(text);
  if (share === undefined || share === 0) {
    throw new RangeError("must be a percentage above 0, such as 60%");
  }
  return share;
}

/** A percentage as a share in [0, 1]; undefined for any other text. */
function percentOf(text: string): number | undefined {
  const percent = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(text)?.[1];
  return percent === undefined || Number(percent) > 100 ? undefined : Number(percent) / 100;
}

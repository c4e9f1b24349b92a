import type { Span } from "../../core/text/span.ts";
import { RecordScanner } from "./record-scanner.ts";

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Where the fields of a record stand in its bytes, quotes included, without the line end; undefined when a quote is never
 * closed.
 *
 * @param delimiter - Stands between two fields: one character of ASCII.
 */
export function fieldSpans(record: Uint8Array, delimiter: string): Span[] | undefined {
  const spans: Span[] = [];
  let start = 0;
  const addField = (end: number): void => {
    spans.push({ start, end });
    start = end + 1;
  };
  const scanner = new RecordScanner(delimiter);
  const hasEnded = scanner.findEnd(record, 0, addField) !== -1 || scanner.isBehindReturn;
  if (scanner.isQuoted) return undefined;
  if (!hasEnded) addField(record.length);
  return spans;
}

/** What a field of a record says. Behind the quote that closes may stand more, which is taken as it is. */
export function parseField(record: Uint8Array, { start, end }: Span): string {
  const field = DECODER.decode(record.subarray(start, end));
  if (!field.startsWith('"')) return field;
  let close = field.indexOf('"', 1);
  while (close !== -1 && field[close + 1] === '"') close = field.indexOf('"', close + 2);
  if (close === -1) close = field.length;
  return field.slice(1, close).replaceAll('""', '"') + field.slice(close + 1);
}

/** A field that says this: between quotes if the one was whose place it takes, or if it must be. */
export function formatField(
  value: string,
  { isQuoted, delimiter }: { readonly isQuoted: boolean; readonly delimiter: string },
): string {
  const mustBeQuoted = isQuoted || /["\r\n]/.test(value) || value.includes(delimiter);
  return mustBeQuoted ? `"${value.replaceAll('"', '""')}"` : value;
}

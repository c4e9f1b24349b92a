import { SpanIndex } from "../formats/html/span-index.ts";
import type { CleanedEntry } from "./clean-entry.ts";
import type { RejectedEntry } from "./read-documents.ts";

/** More of a rejected part than this is not copied; the record says that it goes on. */
const MAX_RAW_BYTES = 16 * 1024 * 1024;

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The cuts of a document as JSON Lines, one a line: where the document stands (`path`, `line`,
 * `id`), the span in its text, the text that was cut and the posterior, and whether readers of the page do not see it (`hidden`).
 * Empty when nothing was cut.
 */
export function formatCuts(entry: CleanedEntry): string {
  const { result } = entry;
  const hiddenSpans = new SpanIndex(entry.document.hidden ?? []);
  const place = placeOf(entry);
  let records = "";
  for (const { span, text, posterior } of result.cuts) {
    const hidden = hiddenSpans.meets(span) ? true : undefined;
    const record = { document: place, span: [span.start, span.end], text, posterior, hidden };
    records += `${JSON.stringify(record)}\n`;
  }
  return records;
}

/** A line of JSON for a document that stays whole, because the share of it that would go is too great. */
export function formatSpared(entry: CleanedEntry, share: number): string {
  return `${JSON.stringify({ document: placeOf(entry), spared: true, share })}\n`;
}

function placeOf({ name, line, document }: CleanedEntry): object {
  return { path: name, line, id: document.id };
}

/**
 * A rejected part as a line of JSON: `path`, `line`, `code`, `reason`, and the part itself as
 * `raw`, or as `rawBase64` when it is not UTF-8. A whole file is not copied, nor a part that stays in the output.
 */
export function formatReject(entry: RejectedEntry): string {
  const { name, line, code, message, stays } = entry;
  const record = { path: name, line, code, reason: message };
  return `${JSON.stringify(line === undefined || stays === true ? record : { ...record, ...formatRaw(entry.bytes) })}\n`;
}

/** A source that cannot be read or written as a whole, as a line of JSON: `path`, `code` and `reason`. */
export function formatUnreadable(source: {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}): string {
  const { name, code, message } = source;
  return `${JSON.stringify({ path: name, code, reason: message })}\n`;
}

function formatRaw(bytes: Uint8Array): object {
  const head = bytes.subarray(0, MAX_RAW_BYTES);
  const isRawShortened = head.length < bytes.length ? true : undefined;
  try {
    return { raw: STRICT.decode(head).replace(/\r?\n$/, ""), isRawShortened };
  } catch {
    return { rawBase64: Buffer.from(head).toString("base64"), isRawShortened };
  }
}

import type { TextCleaner, CleanedText } from "../core/clean/cleaner.ts";
import type { DocumentEntry, Entry } from "./read-documents.ts";

/** A document that was cleaned. */
export interface CleanedEntry extends DocumentEntry {
  readonly result: CleanedText;
}

/** Longer documents, in UTF-16 code units, are not decided: no article is so long, and deciding takes some 80 bytes for each. */
export const MOST_TEXT_LENGTH: number = 8 * 1024 * 1024;

/**
 * Cleans the document in a part of a source; parts without one come back as they are, and one that is too long as rejected.
 */
export function cleanEntry(
  entry: Entry,
  cleaner: TextCleaner,
): CleanedEntry | Exclude<Entry, DocumentEntry> {
  if (entry.kind !== "document") return entry;
  const { kind, name, line, bytes, document } = entry;
  const { length } = document.text;
  if (length > MOST_TEXT_LENGTH) {
    const message =
      `${name}:${line ?? 1}: the document has ${length} characters, ` +
      `more than the ${MOST_TEXT_LENGTH} that can be decided; it stays as it is`;
    const code = "ERR_RECORD_FORMAT";
    return { kind: "rejected", name, line, bytes, code, message, stays: true };
  }
  return { kind, name, line, bytes, document, result: cleaner.clean(document.text) };
}

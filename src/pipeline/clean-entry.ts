import type { Cleaner, CleanResult } from "../core/clean/cleaner.ts";
import type { DocumentEntry, Entry } from "./read-documents.ts";

/** A document that was cleaned. */
export interface CleanedEntry extends DocumentEntry {
  readonly result: CleanResult;
}

/** Cleans the document in a part of a source; parts without one come back as they are. */
export function cleanEntry(
  entry: Entry,
  cleaner: Cleaner,
): CleanedEntry | Exclude<Entry, DocumentEntry> {
  if (entry.kind !== "document") return entry;
  const { kind, name, line, bytes, document } = entry;
  return { kind, name, line, bytes, document, result: cleaner.clean(document.text) };
}

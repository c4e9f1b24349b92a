/** What a worker thread does for `cleanDocuments` of `tapis/node`: cleans texts, one at a time. */
import type { Cleaner } from "../library/cleaner.ts";
import type { DocumentText } from "../library/documents.ts";
import type { LoadOptions } from "../library/options.ts";
import type { CleanResult, ParagraphsResult } from "../library/results.ts";
import { loadCleaner } from "./from-files.ts";
import { toFault, type WorkerFault } from "./worker-fault.ts";

/** How workers load the cleaner, such that it can be sent to them. */
export interface SentCleaner {
  /** A path, a URL, or bytes in memory that all threads share. */
  readonly model: string | Uint8Array<SharedArrayBuffer> | undefined;
  /** The one that was asked for, by number or name; the model's own if none. */
  readonly threshold: number | undefined;
}

/** A text to clean. */
export interface DocumentTask {
  readonly text: DocumentText;
  /** How to load the cleaner; the same in all tasks of a worker. */
  readonly load: SentCleaner;
}

/** What became of a text, without the paragraphs, which few ask for and which weigh more than all the rest; or the error. */
export type DocumentAnswer =
  | { readonly kind: "text"; readonly cleaned: Omit<CleanResult, "paragraphs"> }
  | { readonly kind: "list"; readonly cleaned: Omit<ParagraphsResult, "paragraphs"> }
  | WorkerFault;

let cleaner: Promise<Cleaner> | undefined;

/** Cleans a text in a worker thread, with a cleaner that is loaded once. Never throws, so that a fault can be told from an end. */
export async function cleanTextInWorker({ text, load }: DocumentTask): Promise<DocumentAnswer> {
  try {
    const loaded = await (cleaner ??= loadCleaner(loadOptionsOf(load)));
    if (typeof text === "string") {
      const { text: kept, paragraphCount, highestPosterior, cuts } = loaded.clean(text);
      return { kind: "text", cleaned: { text: kept, paragraphCount, highestPosterior, cuts } };
    }
    const { text: kept, highestPosterior } = loaded.clean(text);
    return { kind: "list", cleaned: { text: kept, highestPosterior } };
  } catch (error) {
    return toFault(error);
  }
}

/** What `loadCleaner` takes. */
export function loadOptionsOf({ model, threshold }: SentCleaner): LoadOptions {
  // Not all that reads bytes takes shared ones.
  return { model: model instanceof Uint8Array ? model.slice() : model, threshold };
}

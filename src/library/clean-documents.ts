/** Cleans documents one after the other as they come. */
import { TapisError } from "../errors.ts";
import type { Cleaner } from "./cleaner.ts";
import { checkOptions } from "./check-options.ts";
import {
  type Abortable,
  type AnyCleanedDocument,
  cleanDocument,
  type CleanedDocument,
  type CleanerToLoad,
  type DocumentOptions,
  type DocumentText,
  type GivenCleaner,
  type TextKey,
  type TextKeyOption,
} from "./documents.ts";
import type { LoadCleaner } from "./load-cleaner.ts";
import type { Documents } from "./source.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Cleans documents as they come, in their order, and yields each with what was done to it. A document is taken when the one before it
 * was asked for and given, so that no more than one is held.
 *
 * The source is told when no more is wanted: when the caller stops, at a fault, and at an abort, which does not wait for a source that
 * hangs.
 *
 * @throws {TapisError} ERR_OPTIONS at once when an option is wrong. With the first document, what `loadCleaner` throws;
 *   ERR_RECORD_FORMAT at a document without a text. When it is aborted, the signal's reason.
 */
export interface CleanDocuments<Options = DocumentOptions> {
  /** Cleans documents whose text is in the field `text`. */
  <D extends { readonly text: DocumentText }>(
    documents: Documents<D>,
    options?: Options & Partial<TextKeyOption<"text">>,
  ): AsyncGenerator<CleanedDocument<D, "text">>;
  /** Cleans documents whose text is in another field. */
  <D extends object, K extends TextKey<D>>(
    documents: Documents<D>,
    options: Options & TextKeyOption<K>,
  ): AsyncGenerator<CleanedDocument<D, K>>;
}

/** `cleanDocuments` for a runtime in which cleaners are loaded so. */
export function documentsCleaner(loadCleaner: LoadCleaner): CleanDocuments {
  function cleanDocuments<D extends { readonly text: DocumentText }>(
    documents: Documents<D>,
    options?: DocumentOptions & Partial<TextKeyOption<"text">>,
  ): AsyncGenerator<CleanedDocument<D, "text">>;
  function cleanDocuments<D extends object, K extends TextKey<D>>(
    documents: Documents<D>,
    options: DocumentOptions & TextKeyOption<K>,
  ): AsyncGenerator<CleanedDocument<D, K>>;
  function cleanDocuments(
    documents: Documents<object>,
    options: DocumentOptions & Partial<TextKeyOption<string>> = {},
  ): AsyncGenerator<AnyCleanedDocument> {
    const checked = checkOptions("cleanDocuments", "documents", options);
    assertSource(documents);
    const { textKey = "text", signal } = checked;
    return cleanEach(documents, { textKey, signal, open: () => openCleaner(options, loadCleaner) });
  }
  return cleanDocuments;
}

/** The cleaner that the options of a stream name, or how to load one. */
export async function openCleaner(
  { cleaner, model, threshold, preset, signal }: Abortable & (GivenCleaner | CleanerToLoad),
  loadCleaner: LoadCleaner,
): Promise<Cleaner> {
  if (cleaner !== undefined) return cleaner;
  if (preset !== undefined) return loadCleaner({ model, preset, signal });
  return loadCleaner({ model, threshold, signal });
}

/** @throws {TapisError} ERR_ARGUMENT when it cannot be gone through. */
export function assertSource(documents: unknown): void {
  const isSource =
    typeof documents === "object" &&
    documents !== null &&
    (Symbol.asyncIterator in documents || Symbol.iterator in documents || "getReader" in documents);
  if (isSource) return;
  throw new TapisError(
    "ERR_ARGUMENT",
    "cleanDocuments: must be given documents that can be gone through with for await, such as an array, a generator or a stream",
  );
}

/** How documents are cleaned. */
export interface EachSettings {
  readonly textKey: string;
  readonly signal: AbortSignal | undefined;
  /** Loads the cleaner, when the first document is there. */
  readonly open: () => Promise<Cleaner>;
}

/** After so long without a pause, timers and other work of the program get their turn. */
const MOST_MS_WITHOUT_PAUSE = 50;

/** Cleans documents of any kind one after the other, in this thread. */
export async function* cleanEach(
  documents: Documents<object>,
  { textKey, signal, open }: EachSettings,
): AsyncGenerator<AnyCleanedDocument> {
  let cleaner: Cleaner | undefined;
  let number = 0;
  let pausedAt = performance.now();
  for await (const document of untilAborted(documents, signal)) {
    cleaner ??= await open();
    number += 1;
    yield cleanDocument(document, { textKey, cleaner, place: `document ${number}` });
    if (performance.now() - pausedAt > MOST_MS_WITHOUT_PAUSE) {
      await pause();
      pausedAt = performance.now();
    }
  }
}

async function pause(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
}

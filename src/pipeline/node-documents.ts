/** Cleaning streams of documents in Node.js: in worker threads, if that is asked for, and as a stage of a Node.js stream. */
import { PRESETS } from "../core/clean/presets.ts";
import { TapisError } from "../errors.ts";
import { type Duplex, generatorDuplex } from "../io/generator-duplex.ts";
import { checkOptions } from "../library/check-options.ts";
import {
  assertSource,
  type CleanDocuments,
  cleanEach,
  openCleaner,
} from "../library/clean-documents.ts";
import type {
  Abortable,
  AnyCleanedDocument,
  CleanedDocument,
  CleanerToLoad,
  DocumentOptions,
  DocumentText,
  TextKey,
  TextKeyOption,
} from "../library/documents.ts";
import { asModelSource } from "../library/model-source.ts";
import type { Documents } from "../library/source.ts";
import { cleanInWorkers } from "./clean-in-workers.ts";
import type { SentCleaner } from "./document-worker.ts";
import { loadCleaner } from "./from-files.ts";

/** Options of a stream of documents in Node.js. */
export type NodeDocumentOptions = DocumentOptions | (Abortable & CleanerToLoad & WorkerOption);

/** How many threads share the work. */
export interface WorkerOption {
  /**
   * Number of worker threads to share the work among; the order stays. Twice as many documents are under way at a time. Starting them
   * takes as long as cleaning some hundred articles.
   * @defaultValue 0: everything is done in the thread of the program
   */
  readonly workers?: number | undefined;
}

/** Cleans documents as they come, in their order; in worker threads if there are to be some. */
export const cleanDocuments: CleanDocuments<NodeDocumentOptions> = cleanDocumentsInNode;

function cleanDocumentsInNode<D extends { readonly text: DocumentText }>(
  documents: Documents<D>,
  options?: NodeDocumentOptions & Partial<TextKeyOption<"text">>,
): AsyncGenerator<CleanedDocument<D, "text">>;
function cleanDocumentsInNode<D extends object, K extends TextKey<D>>(
  documents: Documents<D>,
  options: NodeDocumentOptions & TextKeyOption<K>,
): AsyncGenerator<CleanedDocument<D, K>>;
function cleanDocumentsInNode(
  documents: Documents<object>,
  options: NodeDocumentOptions & Partial<TextKeyOption<string>> = {},
): AsyncGenerator<AnyCleanedDocument> {
  const clean = documentsCleaner("cleanDocuments", options);
  assertSource(documents);
  return clean(documents, options.signal);
}

/**
 * Makes a stage of a Node.js stream that cleans the documents which go through it, in their order: what is read from it is what
 * `cleanDocuments` yields. In object mode on both sides.
 *
 * @throws {TapisError} ERR_OPTIONS at once when an option is wrong. The stream is destroyed with what `cleanDocuments` throws.
 */
export function cleaningTransform(
  options: NodeDocumentOptions & Partial<TextKeyOption<string>> = {},
): Duplex {
  const clean = documentsCleaner("cleaningTransform", options);
  const { signal: ownSignal } = options;
  return generatorDuplex((documents, signal) =>
    clean(documents, ownSignal === undefined ? signal : AbortSignal.any([ownSignal, signal])),
  );
}

/** What cleans documents as the options say, which are checked at once. */
function documentsCleaner(
  caller: string,
  options: NodeDocumentOptions & Partial<TextKeyOption<string>>,
): (
  documents: Documents<object>,
  signal: AbortSignal | undefined,
) => AsyncGenerator<AnyCleanedDocument> {
  const checked = checkOptions(caller, "documentsInWorkers", options);
  const { textKey = "text", workers: count = 0 } = checked;
  if (count > 0) {
    const load = sentCleaner(caller, options);
    return (documents, signal) => cleanInWorkers(documents, { textKey, signal, count, load });
  }
  return (documents, signal) =>
    cleanEach(documents, { textKey, signal, open: () => openCleaner(options, loadCleaner) });
}

/** @throws {TapisError} ERR_OPTIONS when the model cannot be sent. */
function sentCleaner(
  caller: string,
  { model, threshold, preset }: NodeDocumentOptions,
): SentCleaner {
  const found = asModelSource(model);
  const asked = threshold ?? (preset === undefined ? undefined : PRESETS[preset]);
  switch (found?.kind) {
    case undefined:
      return { model: undefined, threshold: asked };
    case "location":
      return { model: String(found.location), threshold: asked };
    case "bytes":
      return { model: sharedCopy(found.bytes), threshold: asked };
    case "model":
      throw new TapisError(
        "ERR_OPTIONS",
        `${caller}: workers load the model themselves; give a path, a URL or the bytes of it`,
      );
  }
}

/** A copy that threads can see without copies of their own. */
function sharedCopy(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

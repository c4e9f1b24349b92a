/** Cleaning as a stage of a Web stream. */
import { checkOptions } from "./check-options.ts";
import type { Cleaner } from "./cleaner.ts";
import { openCleaner } from "./clean-documents.ts";
import {
  cleanDocument,
  type AnyCleanedDocument,
  type CleanedDocument,
  type DocumentOptions,
  type DocumentText,
  type TextKey,
  type TextKeyOption,
} from "./documents.ts";
import type { LoadCleaner } from "./load-cleaner.ts";

/**
 * Makes a stage of a Web stream that cleans the documents which go through it, in their order: what comes out is what `cleanDocuments`
 * yields. A source that hangs is left at once when the signal is given to `pipeThrough` or `pipeTo` as well.
 *
 * @throws {TapisError} ERR_OPTIONS at once when an option is wrong. The stream fails with what `cleanDocuments` throws.
 */
export interface CleaningStream {
  /** Takes documents whose text is in the field `text`. */
  <D extends { readonly text: DocumentText } = { readonly text: string }>(
    options?: DocumentOptions & Partial<TextKeyOption<"text">>,
  ): TransformStream<D, CleanedDocument<D, "text">>;
  /** Takes documents whose text is in another field. */
  <D extends object, K extends TextKey<D>>(
    options: DocumentOptions & TextKeyOption<K>,
  ): TransformStream<D, CleanedDocument<D, K>>;
}

/** `cleaningStream` for a runtime in which cleaners are loaded so. */
export function cleaningStreamMaker(loadCleaner: LoadCleaner): CleaningStream {
  function cleaningStream<D extends { readonly text: DocumentText } = { readonly text: string }>(
    options?: DocumentOptions & Partial<TextKeyOption<"text">>,
  ): TransformStream<D, CleanedDocument<D, "text">>;
  function cleaningStream<D extends object, K extends TextKey<D>>(
    options: DocumentOptions & TextKeyOption<K>,
  ): TransformStream<D, CleanedDocument<D, K>>;
  function cleaningStream(
    options: DocumentOptions & Partial<TextKeyOption<string>> = {},
  ): TransformStream<object, AnyCleanedDocument> {
    const { textKey = "text", signal } = checkOptions("cleaningStream", "documents", options);
    let opening: Promise<Cleaner> | undefined;
    let number = 0;
    return new TransformStream({
      async transform(document, controller) {
        signal?.throwIfAborted();
        const cleaner = await (opening ??= openCleaner(options, loadCleaner));
        number += 1;
        const place = `document ${number}`;
        controller.enqueue(cleanDocument(document, { textKey, cleaner, place }));
      },
    });
  }
  return cleaningStream;
}

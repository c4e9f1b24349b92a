/** Documents of a stream: objects with a text among their fields. */
import { TapisError } from "../errors.ts";
import { describeValue, isText, isTextList } from "./arguments.ts";
import type { Cleaner } from "./cleaner.ts";
import type { CleanerOptions, ModelSource } from "./options.ts";
import type { CleanResult, ParagraphsResult } from "./results.ts";

/** What a text may be: a string, or an array of paragraphs that are each kept or cut whole. */
export type DocumentText = string | readonly string[];

/** The names of the fields of `D` that hold texts. */
export type TextKey<D> = {
  [K in keyof D & string]-?: D[K] extends DocumentText ? K : never;
}[keyof D & string];

/** The result of cleaning a text: that of a string, or of paragraphs. */
export type ResultOf<T> = T extends string
  ? CleanResult
  : T extends readonly string[]
    ? ParagraphsResult
    : never;

/** A document of a stream, cleaned. */
export interface CleanedDocument<D, K extends keyof D = "text" & keyof D> {
  /** A copy of the document, with the text that is left; all other fields are those of the document that went in. */
  readonly document: D;
  /** What was done to the text. */
  readonly result: ResultOf<D[K]>;
}

/** A cleaner that is there already. */
export interface GivenCleaner {
  /** The cleaner of all documents. */
  readonly cleaner: Cleaner;
  /** The cleaner has its own. */
  readonly model?: undefined;
  /** The cleaner has its own. */
  readonly threshold?: undefined;
  /** The cleaner has its own. */
  readonly preset?: undefined;
  /** A cleaner cannot be sent to workers: say how to load one. */
  readonly workers?: undefined;
}

/** How to load a cleaner. */
export type CleanerToLoad = CleanerOptions & {
  /** Not together with how to load one. */
  readonly cleaner?: undefined;
  /**
   * The model, or where it is.
   * @defaultValue the model that the package brings
   */
  readonly model?: ModelSource | undefined;
};

/** What may end a stream of documents. */
export interface Abortable {
  /** Ends the stream at once; it then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of a stream of documents. */
export type DocumentOptions = Abortable &
  (GivenCleaner | (CleanerToLoad & { readonly workers?: undefined }));

/** Names the field that holds the text. */
export interface TextKeyOption<K extends string> {
  /**
   * Name of the field that holds the text.
   * @defaultValue `"text"`
   */
  readonly textKey: K;
}

/**
 * The text of a document.
 *
 * @param place - Which document it is, for messages.
 * @throws {TapisError} ERR_RECORD_FORMAT when it has none.
 */
export function textOf(document: unknown, textKey: string, place: string): DocumentText {
  if (typeof document !== "object" || document === null) {
    throw new TapisError(
      "ERR_RECORD_FORMAT",
      `${place}: must be an object, got ${describeValue(document)}`,
    );
  }
  const text: unknown = Reflect.get(document, textKey);
  if (isText(text) || isTextList(text)) return text;
  throw new TapisError(
    "ERR_RECORD_FORMAT",
    `${place}: field "${textKey}" must be a string or an array of strings, got ${describeValue(text)} (name another field with textKey)`,
  );
}

/** A cleaned document of the stream. */
export interface AnyCleanedDocument {
  readonly document: object;
  readonly result: CleanResult | ParagraphsResult;
}

/** A document with what is left of its text. */
export function withText(
  document: object,
  textKey: string,
  result: CleanResult | ParagraphsResult,
): AnyCleanedDocument {
  const { text } = result;
  return {
    document: { ...document, [textKey]: typeof text === "string" ? text : [...text] },
    result,
  };
}

/** Cleans one document. */
export function cleanDocument(
  document: object,
  { textKey, cleaner, place }: { textKey: string; cleaner: Cleaner; place: string },
): AnyCleanedDocument {
  const text = textOf(document, textKey, place);
  return withText(
    document,
    textKey,
    typeof text === "string" ? cleaner.clean(text) : cleaner.clean(text),
  );
}

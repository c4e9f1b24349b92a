import type { Span } from "../core/text/span.ts";

/** Most bytes of a piece: as many as a string may have characters (V8's limit). */
export const MAX_PIECE_BYTES: number = 2 ** 29 - 24;

/** What a user may say of how files of a format are read and written. */
export interface FormatOptions {
  /** Dotted path of the field, or name of the column, that holds the text, for formats that have such. */
  readonly textKey: string;
  /** What becomes of HTML files: plain text, or HTML as they were. */
  readonly htmlTo?: "text" | undefined;
}

/** A piece of a file: all of it, a line with its line end, or a record. */
export interface Piece {
  /** The piece as it stands in the file, which is UTF-8; a byte order mark is still there. */
  readonly bytes: Uint8Array;
  /** Name of the file, for messages. */
  readonly name: string;
  /** Its line or record number, from 1; 1 when it is the whole file. */
  readonly line: number;
  /** What the format had to know of the head of the file: see `BlockStart`. */
  readonly head: string | undefined;
  readonly options: FormatOptions;
}

/** Part of a file: text, which is UTF-8 there, or bytes. */
export type Content = string | Uint8Array;

/** What a cleaner found in a document: the kept text and the spans that are not in it. */
export interface Cleaned {
  /** The document's text without its cuts. */
  readonly text: string;
  /** What was cut, disjoint and in document order. */
  readonly cuts: readonly { readonly span: Span }[];
}

/** A document as a format found it in a file, with the way back into that file. */
export interface SourceDocument {
  /** The document's own name for itself, if the format has one. */
  readonly id: string | number | undefined;
  /** The text to clean. Spans count from its start. */
  readonly text: string;
  /** Spans of the text that readers of the document do not see, in order; none unless given. */
  readonly hidden?: readonly Span[];
  /** Whether the document becomes another one even without a cut. */
  readonly isAlwaysRewritten?: boolean;
  /**
   * The piece of the file that held the document, with the cuts taken out and everything else as it
   * was: the very same content when there is nothing to cut.
   */
  rewrite(cleaned: Cleaned): Content | Promise<Content>;
}

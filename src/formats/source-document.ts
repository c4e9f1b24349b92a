import type { Span } from "../core/text/span.ts";

/** A piece of a file: all of it, or one line with its line end, as the format's `unit` asks. */
export interface Piece {
  /** The piece, decoded; a byte order mark is still there. */
  readonly text: string;
  /** Where the piece stands, for messages: `articles.jsonl:1042`. */
  readonly place: string;
  /** Dotted path of the field that holds the text, for formats that have fields. */
  readonly textKey: string;
}

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
  /**
   * The piece of the file that held the document, with the cuts taken out and everything else as it
   * was: the very same string when there is nothing to cut.
   */
  rewrite(cleaned: Cleaned): string;
}

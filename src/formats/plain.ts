import { splitMark } from "./byte-order-mark.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import type { Format } from "./format.ts";
import type { Piece, SourceDocument } from "./source-document.ts";
import { wholeFileBlock, wholeFilePart } from "./whole-file.ts";

/**
 * A text file as one document. A byte order mark is no part of the document and stays where it is.
 */
function parsePlain(piece: Piece): SourceDocument {
  const content = decodeUtf8(piece.bytes, piece);
  const { mark, text } = splitMark(content);
  return {
    id: undefined,
    text,
    rewrite: (cleaned) => (cleaned.cuts.length === 0 ? content : mark + cleaned.text),
  };
}

/** Plain text and Markdown: a file is a document. */
export const PLAIN: Format = {
  name: "text",
  canBeJoined: false,
  keepsRejected: false,
  divide: wholeFileBlock,
  parts: wholeFilePart,
  parse: parsePlain,
};

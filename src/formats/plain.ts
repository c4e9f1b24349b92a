import { decodeUtf8 } from "./decode-utf8.ts";
import type { Format } from "./format.ts";
import type { Piece, SourceDocument } from "./source-document.ts";
import { wholeFileBlock, wholeFilePart } from "./whole-file.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A text file as one document. A byte order mark is no part of the document and stays where it is.
 */
function parsePlain(piece: Piece): SourceDocument {
  const content = decodeUtf8(piece.bytes, piece);
  const mark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  return {
    id: undefined,
    text: content.slice(mark.length),
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

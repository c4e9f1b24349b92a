import type { Span } from "../../core/text/span.ts";
import { withoutSpans } from "../../core/clean/cut.ts";
import { decodeUtf8 } from "../decode-utf8.ts";
import type { Format } from "../format.ts";
import type { Cleaned, Piece, SourceDocument } from "../source-document.ts";
import { wholeFileBlock, wholeFilePart } from "../whole-file.ts";
import { cutPage } from "./cut-page.ts";
import { parseTree } from "./parse-tree.ts";
import { readPage } from "./read-page.ts";
import { uniteSpans } from "./span-index.ts";

/** A page that was read, with the way back. */
export interface PageDocument extends Pick<Required<SourceDocument>, "text" | "hidden"> {
  /** The page without what was cut; everything else in it is as it was. */
  rewrite(cleaned: Cleaned): string;
  /** The text of the page without what was cut. */
  rewriteAsText(cleaned: Cleaned): string;
}

/**
 * Reads a page, or a part of one.
 *
 * @param place - Where it is, for messages.
 * @throws {TapisError} ERR_RECORD_FORMAT when its markup is such that it cannot be parsed in reasonable time.
 */
export function parsePage(html: string, place: string): PageDocument {
  const page = parseTree(html, place);
  const content = readPage(html, page);
  const { text } = content.text;
  const spansOf = ({ cuts }: Cleaned): Span[] => cuts.map(({ span }) => span);
  return {
    text,
    hidden: content.hidden,
    rewrite(cleaned) {
      return withoutSpans(html, cutPage(page, content, spansOf(cleaned)));
    },
    rewriteAsText(cleaned) {
      const spans = uniteSpans([...spansOf(cleaned), ...content.text.notes]);
      const kept = withoutSpans(text, spans).trim();
      return kept === "" ? "" : `${kept}\n`;
    },
  };
}

/** A page as a document. With `htmlTo`, what becomes of it is plain text. */
function parseHtmlFile(piece: Piece): SourceDocument {
  const html = decodeUtf8(piece.bytes, piece);
  const page = parsePage(html, piece.name);
  const isText = piece.options.htmlTo === "text";
  return {
    id: undefined,
    text: page.text,
    hidden: page.hidden,
    isAlwaysRewritten: isText,
    rewrite: (cleaned) => (isText ? page.rewriteAsText(cleaned) : page.rewrite(cleaned)),
  };
}

/** HTML: a page is a document, its block elements are the paragraphs. */
export const HTML: Format = {
  name: "html",
  canBeJoined: false,
  keepsRejected: false,
  divide: wholeFileBlock,
  parts: wholeFilePart,
  parse: parseHtmlFile,
};

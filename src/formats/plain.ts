import type { SourceDocument } from "./source-document.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A text file as one document. A byte order mark is no part of the document and stays where it is.
 */
export function parsePlain(content: string): SourceDocument {
  const mark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  return {
    id: undefined,
    text: content.slice(mark.length),
    rewrite: (cleaned) => (cleaned.cuts.length === 0 ? content : mark + cleaned.text),
  };
}

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { TapisError } from "../../errors.ts";

/** Longer pages are refused; parsing takes some 100 bytes for each character. */
const MOST_LENGTH = 16 * 1024 * 1024;

/** Elements may be so many levels deep; browsers stop at 512. */
const MOST_DEPTH = 5000;

/** Above this, a page has no more elements than half of it could be tags of. */
const FEW_ELEMENTS = 10_000;
const LEAST_TAG_LENGTH = 3;

export type Page = DefaultTreeAdapterTypes.Document;
export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

/**
 * Parses a page or a part of one as browsers do, with the places of all nodes in the source.
 *
 * Time and memory stay in proportion to the page: what makes parsing dearer than that, deep nesting and unclosed formatting that
 * is repeated in every paragraph, is refused.
 *
 * @throws {TapisError} ERR_RECORD_FORMAT names `place` when a page is refused.
 */
export function parseTree(html: string, place: string): Page {
  const mostElements = Math.max(FEW_ELEMENTS, html.length / LEAST_TAG_LENGTH);
  let depth = 0;
  let elementCount = 0;
  const refuse = (what: string): never => {
    throw new TapisError("ERR_RECORD_FORMAT", `${place}: ${what}`);
  };
  if (html.length > MOST_LENGTH)
    refuse(`a page of ${html.length} characters, more than ${MOST_LENGTH}`);
  return parse(html, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        elementCount += 1;
        if (elementCount > mostElements) refuse("formatting elements that are never closed");
        return defaultTreeAdapter.createElement(...args);
      },
      onItemPush() {
        depth += 1;
        if (depth > MOST_DEPTH) refuse(`elements nested more than ${MOST_DEPTH} deep`);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
}

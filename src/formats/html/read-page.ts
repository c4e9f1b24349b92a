import type { Span } from "../../core/text/span.ts";
import { alignText } from "./align-text.ts";
import { isBlock, isCell, isMedia, isUnseen } from "./elements.ts";
import { isHidden } from "./hidden-style.ts";
import { hostOfLink, hostOfPage } from "./link-host.ts";
import { PageText, type Run } from "./page-text.ts";
import type { Page, PageElement, PageNode } from "./parse-tree.ts";

/** The text of a page, and what is on it beside text. */
export interface PageContent {
  readonly text: PageText;
  /** Spans of the text that readers do not see, in order. */
  readonly hidden: readonly Span[];
  /** Where images and other things that are no text stand, with the span of the paragraph that they are in; empty outside one. */
  readonly media: readonly { readonly source: Span; readonly paragraph: Span }[];
}

/** A node that is to be entered, or left when all in it was read. */
type Step =
  | { readonly kind: "enter"; readonly node: PageNode }
  | { readonly kind: "leave"; readonly element: PageElement };

/**
 * Reads the text of a page as its readers see it: block elements are paragraphs, a `<br>` ends a line. At the end of a paragraph
 * stand the hosts that its links lead to, if that is another site and the paragraph does not name it.
 */
export function readPage(html: string, page: Page): PageContent {
  const text = new PageText();
  const hidden: Span[] = [];
  const media: { source: Span; paragraph: { start: number; end: number } }[] = [];
  const pageHosts = new Set<string>();
  const linkHosts = new Set<string>();
  let hiddenIn: { readonly element: PageElement; readonly start: number } | undefined;
  let preformattedIn: PageElement | undefined;
  let paragraph = { start: 0, end: 0 };

  function endParagraph(): void {
    paragraph.end = text.length;
    text.endParagraph([...linkHosts].filter((host) => !pageHosts.has(host)));
    linkHosts.clear();
    paragraph = { start: text.length, end: text.length };
  }

  function enterElement(element: PageElement): void {
    const { tagName, attrs } = element;
    const source = sourceOf(element);
    if (isBlock(tagName)) endParagraph();
    if (tagName === "br" && source !== undefined) text.addLineBreak(source);
    if (isCell(tagName)) text.addBareSpace();
    if (tagName === "pre") preformattedIn ??= element;
    if (isMedia(tagName)) {
      if (source !== undefined) media.push({ source, paragraph });
      return;
    }
    if (isHidden(attrs)) hiddenIn ??= { element, start: text.length };
    if (tagName === "a") {
      const host = hostOfLink(element);
      if (host !== undefined) linkHosts.add(host);
    }
  }

  function leaveElement(element: PageElement): void {
    if (isBlock(element.tagName)) endParagraph();
    if (preformattedIn === element) preformattedIn = undefined;
    if (hiddenIn?.element !== element) return;
    if (text.length > hiddenIn.start) hidden.push({ start: hiddenIn.start, end: text.length });
    hiddenIn = undefined;
  }

  for (const step of stepsOf(page)) {
    if (step.kind === "leave") {
      leaveElement(step.element);
    } else if ("tagName" in step.node) {
      const host = hostOfPage(step.node);
      if (host !== undefined) pageHosts.add(host);
      if (!isUnseen(step.node.tagName)) enterElement(step.node);
    } else if ("value" in step.node) {
      const source = sourceOf(step.node);
      if (source === undefined) continue;
      const { value } = step.node;
      const run: Run = { kind: "text", source, places: alignText(html, value, source) };
      text.addRun(value, run, { isPreformatted: preformattedIn !== undefined });
    }
  }
  endParagraph();
  return { text, hidden, media };
}

/** The nodes of a page in their order; what is in elements that are not seen, or are no text, is left aside, but for the head. */
function* stepsOf(page: Page): Generator<Step> {
  const stack: Step[] = page.childNodes.toReversed().map((node) => ({ kind: "enter", node }));
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    yield step;
    if (step.kind === "leave" || !("tagName" in step.node)) continue;
    const element = step.node;
    const isClosed = isUnseen(element.tagName) || isMedia(element.tagName);
    if (isClosed && element.tagName !== "head") continue;
    if (element.tagName !== "head") stack.push({ kind: "leave", element });
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const node = element.childNodes[index];
      if (node !== undefined) stack.push({ kind: "enter", node });
    }
  }
}

/** Where a node stands in the source; undefined when no part of the source is it alone. */
export function sourceOf(node: PageNode): Span | undefined {
  const place = node.sourceCodeLocation;
  if (place === undefined || place === null) return undefined;
  return { start: place.startOffset, end: place.endOffset };
}

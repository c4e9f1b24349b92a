import type { Span } from "../../core/text/span.ts";
import { isFixed } from "./elements.ts";
import { sourceOfPart, type Stretch } from "./page-text.ts";
import type { Page, PageNode } from "./parse-tree.ts";
import { type PageContent, sourceOf } from "./read-page.ts";
import { SpanIndex, uniteSpans } from "./span-index.ts";

/**
 * What must go from the source of a page so that spans of its text do; disjoint, in order.
 *
 * An element goes with all that is in it when something in it goes and nothing stays; from others only text goes, and the line
 * breaks between. An image, or what else is no text, goes with the paragraph that it stands in. Nothing that stays is in a span,
 * however broken the markup is; text whose place in the source cannot be told stays.
 *
 * @param cuts - Disjoint, in order.
 */
export function cutPage(page: Page, content: PageContent, cuts: readonly Span[]): Span[] {
  const { stretches, text } = content.text;
  const going: Span[] = [];
  const staying: Span[] = [];
  const breaks: Span[] = [];
  const goingText: Span[] = [];
  const stayingText: Span[] = [];
  for (const { stretch, span, isCut } of piecesOf(stretches, cuts)) {
    const { run } = stretch;
    if (run.kind === "break") {
      if (isCut) breaks.push(run.source);
    } else if (text.slice(span.start, span.end).trim() !== "") {
      (isCut ? goingText : stayingText).push(span);
      const source = sourceOfPart(stretch, span);
      (isCut && source !== undefined ? going : staying).push(source ?? run.source);
    }
  }
  const textGoes = new SpanIndex(goingText);
  const textStays = new SpanIndex(stayingText);
  for (const { source, paragraph } of content.media) {
    const goes = textGoes.meets(paragraph) && !textStays.meets(paragraph);
    (goes ? going : staying).push(source);
  }
  const elements = wholeElements(page, {
    going: new SpanIndex(going),
    staying: new SpanIndex(staying),
  });
  return uniteSpans([...going, ...breaks, ...elements]);
}

/** Stretches, each divided where a cut begins or ends. */
function* piecesOf(
  stretches: readonly Stretch[],
  cuts: readonly Span[],
): Generator<{ readonly stretch: Stretch; readonly span: Span; readonly isCut: boolean }> {
  let next = 0;
  for (const stretch of stretches) {
    const { end } = stretch.span;
    let { start } = stretch.span;
    while (start < end) {
      while ((cuts[next]?.end ?? Infinity) <= start) next += 1;
      const cut = cuts[next];
      const isCut = cut !== undefined && cut.start <= start;
      const edge = isCut ? cut.end : (cut?.start ?? Infinity);
      const span = { start, end: Math.min(end, edge) };
      yield { stretch, span, isCut };
      start = span.end;
    }
  }
}

/** Where elements stand that go whole: the outermost ones. */
function wholeElements(
  page: Page,
  { going, staying }: { readonly going: SpanIndex; readonly staying: SpanIndex },
): Span[] {
  const whole: Span[] = [];
  const bodyEnd = findBodyEnd(page);
  const stack: PageNode[] = [...page.childNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!("tagName" in node)) continue;
    const source = sourceOf(node);
    if (source !== undefined && !isFixed(node.tagName)) {
      // An element that is never closed reaches to the end of the page.
      const end = source.start < bodyEnd ? Math.min(source.end, bodyEnd) : source.end;
      const span = { start: source.start, end };
      if (!going.meets(span)) continue;
      if (!staying.meets(span)) {
        whole.push(span);
        continue;
      }
    }
    for (const child of node.childNodes) stack.push(child);
  }
  return whole;
}

/** Where the end tag of the body or of the page stands; Infinity when there is none. */
function findBodyEnd(page: Page): number {
  let end = Infinity;
  const html = page.childNodes.find((node) => node.nodeName === "html");
  if (html === undefined || !("tagName" in html)) return end;
  for (const node of [html, ...html.childNodes]) {
    if (!("tagName" in node) || !isFixed(node.tagName)) continue;
    end = Math.min(end, node.sourceCodeLocation?.endTag?.startOffset ?? Infinity);
  }
  return end;
}

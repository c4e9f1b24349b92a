import type { Span } from "../../core/text/span.ts";

/** What stands between two paragraphs of a list when they are read as one text: a blank line. */
const SEPARATOR = "\n\n";

/** A list of paragraphs as one text, for the cleaner. */
export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join(SEPARATOR);
}

/**
 * The paragraphs that remain when spans of their joined text are cut, in order.
 *
 * A paragraph of which only white space is left goes; one that lost a part stays without it; one
 * that no span touches stays as it is, even if it is empty.
 *
 * @param cuts - Disjoint spans of {@link joinParagraphs}' text, in document order.
 */
export function keptParagraphs(paragraphs: readonly string[], cuts: readonly Span[]): string[] {
  const kept: string[] = [];
  let start = 0;
  let firstCut = 0;
  for (const paragraph of paragraphs) {
    const end = start + paragraph.length;
    while ((cuts[firstCut]?.end ?? Infinity) <= start) firstCut += 1;
    let rest = "";
    let at = start;
    for (let index = firstCut; index < cuts.length; index += 1) {
      const cut = cuts[index];
      if (cut === undefined || cut.start >= end) break;
      rest += paragraph.slice(at - start, Math.max(at, cut.start) - start);
      at = Math.min(end, cut.end);
    }
    rest += paragraph.slice(at - start);
    if (rest.length === paragraph.length || rest.trim() !== "") kept.push(rest);
    start = end + SEPARATOR.length;
  }
  return kept;
}

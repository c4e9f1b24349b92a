import { parseFragment } from "parse5";
import type { Span } from "../../core/text/span.ts";

const REFERENCE = /&(?:#x[\da-f]+|#\d+|[a-z\d]+);?/iy;

/** What references say, such as `&nbsp;`: pages use few of them, over and over. */
const saidByReference = new Map<string, string>();

/** As many references are kept as there are names of them in HTML. */
const MOST_KEPT = 2500;

/** Where each unit of a text stands in the source: the index of its first one, for units from 0 to the length of the text. */
export type TextPlaces = (index: number) => number;

/**
 * Finds the units of a text node in the source that it was parsed from, where references and carriage returns look otherwise. A
 * place within a reference is its start.
 *
 * @param source - Where in the page the text stands.
 * @returns undefined when they cannot be matched: the text was put together from several places, as that of broken tables is.
 */
export function alignText(html: string, text: string, source: Span): TextPlaces | undefined {
  if (html.startsWith(text, source.start) && source.start + text.length === source.end) {
    return (index) => source.start + index;
  }
  const places = new Uint32Array(text.length + 1);
  let from = source.start;
  let at = 0;
  while (from < source.end) {
    const said = html[from] === "&" ? readReference(html, from) : undefined;
    if (said !== undefined && text.startsWith(said.text, at)) {
      places.fill(from, at, at + said.text.length);
      at += said.text.length;
      from += said.sourceLength;
    } else if (html[from] === text[at]) {
      places[at] = from;
      at += 1;
      from += 1;
    } else if (html[from] === "\r" && text[at] === "\n") {
      places[at] = from;
      at += 1;
      from += html[from + 1] === "\n" ? 2 : 1;
    } else if (html[from] === "\0" || (at === 0 && /[\r\n]/.test(html.charAt(from)))) {
      // No NUL is in the text, nor the line end that follows a <pre>.
      from += 1;
    } else {
      return undefined;
    }
  }
  if (at !== text.length) return undefined;
  places[at] = source.end;
  return (index) => places[index] ?? source.end;
}

function readReference(
  html: string,
  at: number,
): { readonly text: string; readonly sourceLength: number } | undefined {
  REFERENCE.lastIndex = at;
  const [reference] = REFERENCE.exec(html) ?? [];
  if (reference === undefined) return undefined;
  let text = saidByReference.get(reference);
  if (text === undefined) {
    const [node] = parseFragment(reference).childNodes;
    text = node !== undefined && "value" in node ? node.value : "";
    if (saidByReference.size < MOST_KEPT) saidByReference.set(reference, text);
  }
  return { text, sourceLength: reference.length };
}

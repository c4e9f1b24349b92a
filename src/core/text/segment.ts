import type { Span } from "./span.ts";

/** Line breaks: LF, CR, VT, FF, NEL, line separator, paragraph separator. */
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]+/gu;

/** What does not belong to the paragraph it stands beside: what `trim` drops, NUL, NEL, zero-width space, word joiner. */
const EDGE = /[\s\u0000\u0085\u200B\u2060\uFEFF]/u;

/** Narrowest and widest that lines wrapped by hand are, in code units; other lines are paragraphs. */
const WRAP_WIDTH = { least: 40, most: 100 };

/** Fewest lines that make a hand-wrapped paragraph: two lines alone say too little. */
const WRAP_LINES = 4;

/**
 * Segments a text into paragraphs: one span per non-blank line, in document order, without the white space around it.
 *
 * Any Unicode line break ends a paragraph, whether blank lines stand between paragraphs or not. Only text that was
 * wrapped by hand is different: between two blank lines, at least four lines, the widest of 40 to 100 code units, each so full that
 * the first word of the next would not have fitted in, are one paragraph.
 *
 * Empty for a text of nothing but white space, NUL and zero-width spaces.
 */
export function segment(text: string): Span[] {
  const paragraphs: Span[] = [];
  let block: Span[] = [];
  let lineStart = 0;
  const endBlock = (): void => {
    for (const paragraph of isWrapped(text, block) ? [joined(block)] : block) {
      paragraphs.push(paragraph);
    }
    block = [];
  };
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    const line = trimmed(text, lineStart, lineBreak.index);
    if (line !== undefined) {
      block.push(line);
    }
    lineStart = lineBreak.index + lineBreak[0].length;
    if (line === undefined || isBlankLine(lineBreak[0])) {
      endBlock();
    }
  }
  const last = trimmed(text, lineStart, text.length);
  if (last !== undefined) {
    block.push(last);
  }
  endBlock();
  return paragraphs;
}

/** Whether a run of line-break characters holds more than one line break, CR LF being one. */
function isBlankLine(lineBreaks: string): boolean {
  return lineBreaks.length > (lineBreaks.startsWith("\r\n") ? 2 : 1) || lineBreaks === "\u2029";
}

/** The span without white space at its edges; undefined when nothing is left. */
export function trimmed(text: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = to;
  while (start < end && EDGE.test(text.charAt(start))) {
    start++;
  }
  while (end > start && EDGE.test(text.charAt(end - 1))) {
    end--;
  }
  return start < end ? { start, end } : undefined;
}

function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < WRAP_LINES) {
    return false;
  }
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  if (width < WRAP_WIDTH.least || width > WRAP_WIDTH.most) {
    return false;
  }
  return lines.every((line, index) => {
    const next = lines[index + 1];
    return next === undefined || line.end - line.start + 1 + firstWordLength(text, next) > width;
  });
}

function firstWordLength(text: string, line: Span): number {
  const words = /^\S+/u.exec(text.slice(line.start, line.end));
  return words === null ? 0 : words[0].length;
}

function joined(lines: readonly Span[]): Span {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

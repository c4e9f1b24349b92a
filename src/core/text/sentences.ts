import { trimmed } from "./segment.ts";
import type { Span } from "./span.ts";

/** Full stops, question and exclamation marks in a row. */
const MARKS = /[.!?…。！？]+/gu;

/** Marks after which no white space follows: those of Chinese and Japanese. */
const WIDE_MARKS = "。！？";

const CLOSERS = /["'”’»)\]]*/uy;
const WHITE_SPACE = /\s*/uy;

/** Short words whose full stop does not end a sentence: titles, initials, abbreviations of Indonesian, Malay and English. */
const ABBREVIATION =
  /(?:^|[\s("'“])(?:\p{L}|dr|drs|dra|prof|ir|hj|st|mr|mrs|ms|no|nos|jl|jln|rp|rm|kec|kab|kel|vs|dll|dsb|dkk|tgl|hlm|al|yth|dato|sdr|bpk|inc|ltd|co|corp|gen|gov|sen|rep|vol|fig|ca|cf|eg|ie|pt|cv|tbk)$/iu;

/** Code units before a full stop that can hold an abbreviation and what stands before it. */
const ABBREVIATION_REACH = 12;

/**
 * Segments a paragraph into sentences: spans without the white space between them, in order.
 *
 * A sentence ends at a full stop, question or exclamation mark before white space, unless a lower-case letter follows or
 * the mark belongs to an abbreviation or to the number of a list item. Chinese and Japanese marks need no white space. The
 * rules are our own, and few, because `Intl.Segmenter` answers differently from one version of its data to the next, and
 * verdicts must not.
 */
export function sentences(text: string, paragraph: Span): Span[] {
  const spans: Span[] = [];
  const body = text.slice(paragraph.start, paragraph.end);
  let from = endOf(WHITE_SPACE, body, 0);
  for (const marks of body.matchAll(MARKS)) {
    const next = nextSentence(body, marks.index, marks[0]);
    if (next < body.length && isEnd(body, from, marks.index, next)) {
      pushTrimmed(spans, text, paragraph.start + from, paragraph.start + next);
      from = next;
    }
  }
  pushTrimmed(spans, text, paragraph.start + from, paragraph.end);
  return spans;
}

/** Where a sentence may begin after marks: behind their closing quotes and white space; past the end when it may not. */
function nextSentence(body: string, at: number, marks: string): number {
  const marksEnd = at + marks.length;
  const closersEnd = endOf(CLOSERS, body, marksEnd);
  const next = endOf(WHITE_SPACE, body, closersEnd);
  if (next > closersEnd || WIDE_MARKS.includes(marks.slice(-1))) {
    return next;
  }
  const wideCount = Math.max(...Array.from(WIDE_MARKS, (mark) => marks.lastIndexOf(mark) + 1));
  return wideCount === 0 ? body.length : at + wideCount;
}

/** Where the match of a sticky pattern that may be empty ends. */
function endOf(pattern: RegExp, body: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(body);
  return pattern.lastIndex;
}

function isEnd(body: string, from: number, at: number, next: number): boolean {
  if (/^\p{Ll}/u.test(body.slice(next, next + 2))) {
    return false;
  }
  if (!body.startsWith(". ", at)) {
    return true;
  }
  const isListNumber = at - from <= 2 && /^\d+$/u.test(body.slice(from, at));
  const before = body.slice(Math.max(from, at - ABBREVIATION_REACH), at);
  return !isListNumber && !ABBREVIATION.test(before);
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  const span = trimmed(text, from, to);
  if (span !== undefined) {
    spans.push(span);
  }
}

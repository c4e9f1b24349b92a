import type { Span } from "../../core/text/span.ts";
import type { TextPlaces } from "./align-text.ts";

/** A run of text in the source of a page, or an element that stands for a line break. */
export interface Run {
  readonly kind: "text" | "break";
  /** Where it stands in the source. */
  readonly source: Span;
  /** Where each unit of its text stands; undefined where that cannot be told. */
  readonly places: TextPlaces | undefined;
}

/** A stretch of a page's text, and what of a run it shows. */
export interface Stretch {
  readonly run: Run;
  /** In the text of the page. */
  readonly span: Span;
  /** In the text of the run. White space of any length is one space on the page. */
  readonly ofRun: Span;
}

const WORDS_AND_SPACES = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;
const STARTS_WITH_SPACE = /^[ \t\n\f\r]/;

/**
 * The text of a page as it is put together: white space collapsed as browsers do, a blank line between paragraphs, and for every
 * stretch of it the place that it was taken from.
 */
export class PageText {
  readonly #parts: string[] = [];
  readonly #stretches: Stretch[] = [];
  readonly #notes: Span[] = [];
  #length = 0;
  /** White space that shows only if a word follows in its line: from the page, or between two cells. */
  #space: Pick<Stretch, "run" | "ofRun"> | "bare" | undefined;
  #isLineEmpty = true;
  #isParagraphEmpty = true;
  /** Index of the first part of the paragraph. */
  #paragraphPart = 0;

  get text(): string {
    return this.#parts.join("");
  }

  /** UTF-16 code units so far. */
  get length(): number {
    return this.#length;
  }

  /** In the order of the text; disjoint. */
  get stretches(): readonly Stretch[] {
    return this.#stretches;
  }

  /** What is in the text and stands nowhere on the page; in order. */
  get notes(): readonly Span[] {
    return this.#notes;
  }

  /** Adds the text of a run; white space in it is kept as it is only if `isPreformatted`. */
  addRun(text: string, run: Run, { isPreformatted }: { readonly isPreformatted: boolean }): void {
    if (isPreformatted) {
      this.#startWord();
      this.#add(text, { run, ofRun: { start: 0, end: text.length } });
      return;
    }
    for (const { 0: part, index } of text.matchAll(WORDS_AND_SPACES)) {
      const stretch = { run, ofRun: { start: index, end: index + part.length } };
      if (STARTS_WITH_SPACE.test(part)) {
        this.#space ??= stretch;
      } else {
        this.#startWord();
        this.#add(part, stretch);
      }
    }
  }

  /** Adds a space that stands nowhere on the page, if a word follows in the line. */
  addBareSpace(): void {
    this.#space ??= "bare";
  }

  /** Adds a line break, which stands in the source there, if something of the paragraph is before it. */
  addLineBreak(source: Span): void {
    this.#space = undefined;
    if (this.#isParagraphEmpty) return;
    const run: Run = { kind: "break", source, places: undefined };
    this.#add("\n", { run, ofRun: { start: 0, end: 1 } });
    this.#isLineEmpty = true;
  }

  /** Ends the paragraph, and the notes are added to it that it does not hold already, in brackets; none to an empty one. */
  endParagraph(notes: Iterable<string> = []): void {
    this.#space = undefined;
    this.#isLineEmpty = true;
    if (this.#isParagraphEmpty) return;
    this.#isParagraphEmpty = true;
    let text: string | undefined;
    for (const note of notes) {
      text ??= this.#parts.slice(this.#paragraphPart).join("");
      if (text.includes(note)) continue;
      const start = this.#length;
      this.#addBare(` (${note})`);
      this.#notes.push({ start, end: this.#length });
    }
  }

  #startWord(): void {
    if (this.#isParagraphEmpty) {
      if (this.#length > 0) this.#addBare("\n\n");
      this.#paragraphPart = this.#parts.length;
      this.#isParagraphEmpty = false;
    }
    const space = this.#isLineEmpty ? undefined : this.#space;
    if (space === "bare") this.#addBare(" ");
    else if (space !== undefined) this.#add(" ", space);
    this.#space = undefined;
    this.#isLineEmpty = false;
  }

  #addBare(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  #add(part: string, { run, ofRun }: Pick<Stretch, "run" | "ofRun">): void {
    const span = { start: this.#length, end: this.#length + part.length };
    this.#addBare(part);
    const stretch = { run, ofRun, span };
    const last = this.#stretches.at(-1);
    if (last !== undefined && isContinued(last, stretch)) {
      this.#stretches[this.#stretches.length - 1] = {
        run,
        ofRun: { start: last.ofRun.start, end: ofRun.end },
        span: { start: last.span.start, end: span.end },
      };
    } else {
      this.#stretches.push(stretch);
    }
  }
}

/** Whether two stretches of a run are one, unit by unit. */
function isContinued(one: Stretch, next: Stretch): boolean {
  return (
    one.run === next.run &&
    one.ofRun.end === next.ofRun.start &&
    one.span.end === next.span.start &&
    isUnitByUnit(one) &&
    isUnitByUnit(next)
  );
}

/**
 * Where a part of a stretch, from a span of the text, stands in the source; undefined when that cannot be told.
 *
 * @param part - A span of the text that is inside the stretch.
 */
export function sourceOfPart(stretch: Stretch, part: Span): Span | undefined {
  const { run, span, ofRun } = stretch;
  if (run.places === undefined) return undefined;
  if (!isUnitByUnit(stretch)) return { start: run.places(ofRun.start), end: run.places(ofRun.end) };
  const offset = ofRun.start - span.start;
  return { start: run.places(part.start + offset), end: run.places(part.end + offset) };
}

/** Whether a stretch shows each unit of what it shows. */
function isUnitByUnit({ ofRun, span }: Stretch): boolean {
  return ofRun.end - ofRun.start === span.end - span.start;
}

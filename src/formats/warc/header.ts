import type { Span } from "../../core/text/span.ts";

/** The head of a WARC record or of an HTTP message: a line of its own, then named fields, then a blank line. */
export interface Header {
  /** All of it, the blank line included; a character for each byte. */
  readonly text: string;
  /** What stands before the fields, such as `WARC/1.1` or `HTTP/1.1 200 OK`. */
  readonly firstLine: string;
  readonly fields: readonly HeaderField[];
}

/** A field of a {@link Header}. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Without the white space around it; lines that go on with it are part of it. */
  readonly value: string;
  /** Where its lines stand in the header's text, line end included. */
  readonly line: Span;
  /** Where its value stands in the header's text. */
  readonly span: Span;
}

const BLANK_LINE = /\n\r?\n/;
const FIELD = /^([^:\r\n]+):[ \t]*(.*(?:\r?\n[ \t].*)*)\r?\n/gm;

/**
 * Index behind the blank line that ends a header which begins at `from`; undefined when there is none.
 */
export function findHeaderEnd(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(LINE_FEED, from); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (bytes[at + 1] === LINE_FEED) return at + 2;
    if (bytes[at + 1] === CARRIAGE_RETURN && bytes[at + 2] === LINE_FEED) return at + 3;
  }
  return undefined;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Parses a header with its blank line. Lines that are no fields are left aside. */
export function parseHeader(bytes: Uint8Array): Header {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const firstEnd = text.indexOf("\n") + 1;
  const fields: HeaderField[] = [];
  const end = text.search(BLANK_LINE) + 1;
  FIELD.lastIndex = firstEnd;
  for (let match = FIELD.exec(text); match !== null; match = FIELD.exec(text)) {
    const { 0: all, 1: name = "", 2: raw = "", index } = match;
    if (index >= end) break;
    const value = raw.trim();
    const start = text.indexOf(value, index + name.length + 1);
    fields.push({
      name: name.trim().toLowerCase(),
      value: value.replaceAll(/\s*\r?\n\s*/g, " "),
      line: { start: index, end: index + all.length },
      span: { start, end: start + value.length },
    });
  }
  return { text, firstLine: text.slice(0, firstEnd).trim(), fields };
}

/** The value of the first field of a name, which is lower case. */
export function valueOf({ fields }: Header, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}

/**
 * A header with other values in some of its fields, by name in lower case; every other byte as it was. `undefined` takes the
 * field out. Fields that it does not have are not added.
 */
export function withValues(
  { text, fields }: Header,
  values: Readonly<Record<string, string | undefined>>,
): Uint8Array {
  let edited = "";
  let from = 0;
  for (const { name, line, span } of fields) {
    if (!Object.hasOwn(values, name)) continue;
    const value = values[name];
    const { start, end } = value === undefined ? line : span;
    edited += text.slice(from, start) + (value ?? "");
    from = end;
  }
  return Buffer.from(edited + text.slice(from), "latin1");
}

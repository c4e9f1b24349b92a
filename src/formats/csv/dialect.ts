import { splitMark } from "../byte-order-mark.ts";
import { fieldSpans, parseField } from "./fields.ts";

/** How the records of a file are written, and what their fields are called. */
export interface Dialect {
  /** What stands between two fields: one character of ASCII. */
  readonly delimiter: string;
  /** Names of the columns; undefined when the header has a quote that is never closed. */
  readonly columns: readonly string[] | undefined;
}

/** The delimiters that are looked for, most likely first. */
const DELIMITERS = [",", ";", "\t", "|"];

/** The dialect that was asked for last: all records of a file ask for the same. */
let last:
  | { readonly header: string; readonly delimiter: string | undefined; readonly dialect: Dialect }
  | undefined;

/**
 * The dialect of a file with such a header.
 *
 * @param delimiter - Stands between two fields; left out to have it found out.
 */
export function dialectOf(header: string, delimiter?: string): Dialect {
  if (last?.header !== header || last.delimiter !== delimiter) {
    const dialect = parseHeader(header, delimiter ?? detectDelimiter(header));
    last = { header, delimiter, dialect };
  }
  return last.dialect;
}

/**
 * The delimiter of a file with such a header: the first of comma, semicolon, tab and bar that stands in it outside quotes, the
 * comma when none does.
 */
function detectDelimiter(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, "");
  return DELIMITERS.find((delimiter) => bare.includes(delimiter)) ?? ",";
}

function parseHeader(header: string, delimiter: string): Dialect {
  const bytes = new TextEncoder().encode(splitMark(header).text);
  const columns = fieldSpans(bytes, delimiter)?.map((span) => parseField(bytes, span));
  return { delimiter, columns };
}

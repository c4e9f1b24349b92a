import type { TextValue } from "./text-table.ts";

/** The key that the texts have in {@link formatLine}. */
export const LINE_KEY = "text";

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A text of a table as a line of JSON, so that it is cleaned as those of JSON Lines are; an empty line for nothing. Strings that are
 * not UTF-8 become something that is rejected there.
 */
export function formatLine(value: TextValue): string {
  if (value === null) return "\n";
  return `${JSON.stringify({ [LINE_KEY]: readable(value) })}\n`;
}

function readable(value: TextValue): unknown {
  if (!(value instanceof Uint8Array)) return value?.map(readable);
  try {
    return STRICT.decode(value);
  } catch {
    return { notUtf8: Buffer.from(value).toString("base64") };
  }
}

/** The text in a line that {@link formatLine} gave and that was cleaned since. */
export function parseLine(line: string): TextValue {
  const record: unknown = JSON.parse(line);
  const value =
    record !== null && typeof record === "object" && LINE_KEY in record && record[LINE_KEY];
  if (typeof value === "string") return Buffer.from(value);
  if (!Array.isArray(value))
    throw new TypeError(`parseLine: must be a line of a text, got ${line}`);
  return value.map((item) => Buffer.from(String(item)));
}

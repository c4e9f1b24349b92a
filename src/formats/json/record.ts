import { TapisError } from "../../errors.ts";
import { decodeUtf8 } from "../decode-utf8.ts";
import { locateValue } from "./locate-value.ts";
import { joinParagraphs, keptParagraphs } from "./paragraph-list.ts";
import type { Cleaned, Piece, SourceDocument } from "../source-document.ts";

/**
 * The document in a piece of JSON: a line of JSON Lines, an element of an array, a whole file; `undefined` for white space.
 *
 * The text stands in the field that `textKey` names: a string, or an array of strings that are the
 * paragraphs. Each dot in `textKey` goes one object down. Rewriting replaces the characters of that
 * one value and nothing else, so that numbers, escapes, spaces and the order of keys stay as they
 * were.
 *
 * @throws {TapisError} ERR_RECORD_FORMAT when it is not a JSON object with such a field.
 */
export function parseRecord(piece: Piece): SourceDocument | undefined {
  // Trimming takes a byte order mark too.
  const text = decodeUtf8(piece.bytes, piece);
  const json = text.trim();
  if (json === "") return undefined;
  const place = `${piece.name}:${piece.line}`;
  const path = piece.options.textKey.split(".");
  const record = parseObject(json, place);
  const value = parseText(record, path, place);
  const id = ownValue(record, "id");
  return {
    id: typeof id === "string" || typeof id === "number" ? id : undefined,
    text: typeof value === "string" ? value : joinParagraphs(value),
    rewrite(cleaned: Cleaned): string {
      if (cleaned.cuts.length === 0) return text;
      const spans = cleaned.cuts.map((cut) => cut.span);
      const kept = typeof value === "string" ? cleaned.text : keptParagraphs(value, spans);
      const { start, end } = locateValue(json, path);
      const before = text.length - text.trimStart().length;
      return text.slice(0, before + start) + JSON.stringify(kept) + text.slice(before + end);
    },
  };
}

function parseObject(json: string, place: string): object {
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TapisError("ERR_RECORD_FORMAT", `${place}: not JSON: ${why}`, { cause });
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw new TapisError("ERR_RECORD_FORMAT", `${place}: not a JSON object`);
  }
  return record;
}

function parseText(record: object, path: readonly string[], place: string): string | string[] {
  let value: unknown = record;
  for (const key of path) value = ownValue(value, key);
  if (isText(value)) return value;
  const fault = value === undefined ? "is missing" : "is neither a string nor an array of strings";
  throw new TapisError(
    "ERR_RECORD_FORMAT",
    `${place}: field "${path.join(".")}" ${fault} (use --text-key to name another field)`,
  );
}

function isText(value: unknown): value is string | string[] {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return typeof value === "string";
}

/** The object's own value under a key, so that `__proto__` is a key like any other. */
function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

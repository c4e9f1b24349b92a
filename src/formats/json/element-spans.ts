import type { Span } from "../../core/text/span.ts";
import { markLength } from "../byte-order-mark.ts";

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * Where the elements of a JSON array stand in the bytes of a file, without the white space around them; undefined when the file
 * holds no array, or one that is not closed or goes on behind its end. What the elements hold is not checked: each is parsed by
 * itself later.
 */
export function elementSpans(bytes: Uint8Array): Span[] | undefined {
  let at = skipSpace(bytes, markLength(bytes));
  if (bytes[at] !== OPEN_BRACKET) return undefined;
  const spans: Span[] = [];
  at = skipSpace(bytes, at + 1);
  while (at < bytes.length) {
    if (bytes[at] === CLOSE_BRACKET && spans.length === 0) break;
    const end = skipElement(bytes, at);
    if (end === at) return undefined;
    spans.push({ start: at, end: trimEnd(bytes, at, end) });
    if (bytes[end] === CLOSE_BRACKET) {
      at = end;
      break;
    }
    at = skipSpace(bytes, end + 1);
  }
  const isAll = bytes[at] === CLOSE_BRACKET && skipSpace(bytes, at + 1) === bytes.length;
  return isAll ? spans : undefined;
}

/** Index of the comma or bracket behind an element, or of the end of the bytes. Keeps no stack, so that deep nesting costs nothing. */
function skipElement(bytes: Uint8Array, start: number): number {
  let depth = 0;
  let isString = false;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isString = false;
    } else if (byte === QUOTE) {
      isString = true;
    } else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      depth += 1;
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE_BRACKET)) {
      return at;
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) {
      depth -= 1;
    }
  }
  return bytes.length;
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at += 1;
  return at;
}

function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(bytes[at - 1])) at -= 1;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

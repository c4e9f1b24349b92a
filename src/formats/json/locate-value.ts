import type { Span } from "../../core/text/span.ts";

const STRUCTURE = /["{}[\]]/g;
const SCALAR_END = /[\s,\]}]|$/g;
const NOT_SPACE = /\S|$/g;

/**
 * Where a value stands in JSON text, so that it can be replaced without touching the rest.
 *
 * As `JSON.parse` does, it takes the last of two members with one key. The text must be valid JSON
 * that has the value: parse it first.
 *
 * @param path - Keys from the outermost object inwards.
 */
export function locateValue(json: string, path: readonly string[]): Span {
  let start = find(NOT_SPACE, json, 0);
  for (const key of path) start = findMember(json, start, key);
  return { start, end: skipValue(json, start) };
}

/** Index of the value of an object's member; `open` is the index of the object's brace. */
function findMember(json: string, open: number, key: string): number {
  let found = -1;
  let at = find(NOT_SPACE, json, open + 1);
  while (json[at] === '"') {
    const keyEnd = skipString(json, at);
    const colon = find(NOT_SPACE, json, keyEnd);
    const value = find(NOT_SPACE, json, colon + 1);
    if (JSON.parse(json.slice(at, keyEnd)) === key) found = value;
    const comma = find(NOT_SPACE, json, skipValue(json, value));
    at = find(NOT_SPACE, json, comma + 1);
  }
  if (found === -1) throw new RangeError(`locateValue: the JSON must have the key, got "${key}"`);
  return found;
}

/**
 * Index after the value that starts at `start`. Keeps no stack, so that deep nesting costs nothing.
 */
function skipValue(json: string, start: number): number {
  const first = json[start];
  if (first === '"') return skipString(json, start);
  if (first !== "{" && first !== "[") return find(SCALAR_END, json, start);
  let depth = 0;
  let at = start;
  do {
    at = find(STRUCTURE, json, at);
    if (json[at] === '"') {
      at = skipString(json, at);
    } else {
      depth += json[at] === "{" || json[at] === "[" ? 1 : -1;
      at += 1;
    }
  } while (depth > 0);
  return at;
}

/** Index after the string whose opening quote is at `start`. */
function skipString(json: string, start: number): number {
  let quote = json.indexOf('"', start + 1);
  while (isEscaped(json, quote)) quote = json.indexOf('"', quote + 1);
  return quote + 1;
}

function isEscaped(json: string, quote: number): boolean {
  let backslash = quote;
  while (json[backslash - 1] === "\\") backslash -= 1;
  return (quote - backslash) % 2 === 1;
}

/** Index of the first match at or after `from`; the pattern must be global and match somewhere. */
function find(pattern: RegExp, json: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(json)?.index ?? json.length;
}

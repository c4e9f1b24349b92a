/**
 * Runs of white space as Python's `str.split` sees them: unlike `\s` with the four separators U+001C to U+001F and the next
 * line character, without the byte order mark.
 */
const WHITE_SPACE =
  /[\t-\r\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/u;

/** The words of a text: what stands between white space, in order. Empty for a text of white space alone. */
export function splitAtWhiteSpace(text: string): string[] {
  return text.split(WHITE_SPACE).filter((word) => word !== "");
}

/** The text with one space for every run of white space, and none at its ends. */
export function normalizeWhiteSpace(text: string): string {
  return splitAtWhiteSpace(text).join(" ");
}

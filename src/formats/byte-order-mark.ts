const MARK = "\uFEFF";
const MARK_BYTES = [0xef, 0xbb, 0xbf];

/** Number of the bytes of UTF-8 that are its byte order mark: three or none. */
export function markLength(bytes: Uint8Array): number {
  return MARK_BYTES.every((byte, index) => byte === bytes[index]) ? MARK_BYTES.length : 0;
}

/** A text in two: its byte order mark, if it begins with one, and the rest. */
export function splitMark(content: string): { readonly mark: string; readonly text: string } {
  const mark = content.startsWith(MARK) ? MARK : "";
  return { mark, text: content.slice(mark.length) };
}

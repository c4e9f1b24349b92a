/** A header with more bytes than this is taken to be cut off in the middle of a quoted field. */
const MOST_HEADER_BYTES = 1024 * 1024;

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The header at the head of a file: the text before the first line end that has an even number of quotes before it, which can be told
 * without knowing the delimiter. The first line when there is none within a megabyte, or in all of the file.
 *
 * @param isAll - Whether these are all bytes of the file.
 * @returns undefined when it takes more bytes to tell.
 */
export function findHeader(
  bytes: Uint8Array,
  { isAll }: { readonly isAll: boolean },
): string | undefined {
  let firstLineEnd: number | undefined;
  let isQuoted = false;
  const length = Math.min(bytes.length, MOST_HEADER_BYTES);
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) continue;
    firstLineEnd ??= at;
    if (!isQuoted) return DECODER.decode(bytes.subarray(0, at));
  }
  if (!isAll && bytes.length < MOST_HEADER_BYTES) return undefined;
  return DECODER.decode(bytes.subarray(0, firstLineEnd ?? length));
}

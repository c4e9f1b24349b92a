import { TapisError } from "../../errors.ts";
import { joinBytes } from "../block.ts";
import { decodeUtf8 } from "../decode-utf8.ts";
import { type EncodingName, fromUtf8, toUtf8 } from "../encoding/encoding.ts";

/** Names that pages give the encodings that can be read and written: WHATWG, *Encoding Standard*, §4.2. */
const ENCODINGS: Readonly<Record<string, EncodingName>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  "iso-8859-1": "windows-1252",
  "iso8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
};

const META_BYTES = 1024;

/**
 * The encoding of a page: that of its Content-Type, else that of a `<meta>` in its first kilobyte, else UTF-8.
 *
 * @param place - Of the record, for messages.
 * @throws {TapisError} ERR_RECORD_FORMAT for one that cannot be read and written.
 */
export function charsetOf(
  body: Uint8Array,
  contentType: string | undefined,
  place: string,
): EncodingName {
  const head = Buffer.from(body.subarray(0, META_BYTES)).toString("latin1");
  const [, said] =
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? "") ??
    /<meta\s[^>]*charset\s*=\s*["']?([\w:.-]+)/i.exec(head) ??
    [];
  if (said === undefined) return "utf-8";
  const encoding = ENCODINGS[said.toLowerCase()];
  if (encoding !== undefined) return encoding;
  throw new TapisError("ERR_RECORD_FORMAT", `${place}: is in ${said}, which is not read`);
}

/**
 * Text in an encoding.
 *
 * @throws {TapisError} ERR_INPUT_ENCODING.
 */
export function decodeBody(
  body: Uint8Array,
  encoding: EncodingName,
  origin: { readonly name: string; readonly line: number },
): string {
  return decodeUtf8(convert(toUtf8(encoding), body), origin);
}

/** The inverse of {@link decodeBody}. */
export function encodeBody(text: string, encoding: EncodingName): Uint8Array {
  return convert(fromUtf8(encoding), Buffer.from(text));
}

function convert(conversion: ReturnType<typeof toUtf8>, bytes: Uint8Array): Uint8Array {
  return joinBytes([conversion.next(bytes), conversion.last()]);
}

import { findHeaderEnd, type Header, parseHeader, valueOf } from "./header.ts";

/** A WARC record. */
export interface WarcRecord {
  readonly header: Header;
  /** What the header says the length of the body is. */
  readonly contentLength: number;
  /** The body, as far as it is there. */
  readonly body: Uint8Array;
  /** The line ends behind the body. */
  readonly end: Uint8Array;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Index of the first byte that is no line end. */
export function skipLineEnds(bytes: Uint8Array): number {
  let at = 0;
  while (bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN) at += 1;
  return at;
}

/** Reads a record that begins where the bytes do; undefined when none does. */
export function readRecord(bytes: Uint8Array): WarcRecord | undefined {
  const bodyStart = findHeaderEnd(bytes, 0);
  if (bodyStart === undefined) return undefined;
  const header = parseHeader(bytes.subarray(0, bodyStart));
  const contentLength = contentLengthOf(header);
  if (contentLength === undefined || !header.firstLine.startsWith("WARC/")) return undefined;
  const bodyEnd = bodyStart + contentLength;
  return {
    header,
    contentLength,
    body: bytes.subarray(bodyStart, bodyEnd),
    end: bytes.subarray(bodyEnd),
  };
}

/** The length that a header gives, in bytes; undefined when it gives none, or more than one. */
export function contentLengthOf({ fields }: Header): number | undefined {
  const lengths = fields.filter(({ name }) => name === "content-length").map(({ value }) => value);
  const [length] = lengths;
  const isClear = length !== undefined && lengths.every((other) => other === length);
  return isClear && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

/** What a record holds that can be cleaned; undefined for any other, which stays as it is. */
export function contentOf(header: Header): "text" | "html" | "http" | undefined {
  if (valueOf(header, "warc-segment-number") !== undefined) return undefined;
  const type = mediaTypeOf(valueOf(header, "content-type"));
  switch ((valueOf(header, "warc-type") ?? "").toLowerCase()) {
    case "conversion":
      return type === undefined || type === "text/plain" ? "text" : undefined;
    case "resource":
      // Archivers file their own logs under addresses such as metadata://gnu.org/.
      return /^<?https?:/i.test(valueOf(header, "warc-target-uri") ?? "")
        ? textOf(type)
        : undefined;
    case "response":
      return type === "application/http" ? "http" : undefined;
    default:
      return undefined;
  }
}

/** Whether a media type is that of text which can be cleaned. */
export function textOf(type: string | undefined): "text" | "html" | undefined {
  if (type === "text/plain") return "text";
  return type === "text/html" || type === "application/xhtml+xml" ? "html" : undefined;
}

/** A media type without its parameters, lower case. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase();
}

import { joinBytes } from "../block.ts";
import { splitMark } from "../byte-order-mark.ts";
import type { Format } from "../format.ts";
import { type PageDocument, parsePage } from "../html/html.ts";
import type { Piece, SourceDocument } from "../source-document.ts";
import { charsetOf, decodeBody, encodeBody } from "./charset.ts";
import { digestLike } from "./digest.ts";
import { findHeaderEnd, type Header, parseHeader, valueOf, withValues } from "./header.ts";
import { readBody } from "./http-body.ts";
import { contentOf, mediaTypeOf, readRecord, textOf, type WarcRecord } from "./record.ts";
import { recordBlocks, recordParts } from "./record-blocks.ts";

/** What a record says: a page or a text, and the header of the response that it was sent in, if it was. */
interface Payload {
  readonly bytes: Uint8Array;
  readonly content: "text" | "html";
  readonly contentType: string | undefined;
  readonly http?: Header;
}

/**
 * The document in a WARC record: the text of a conversion, the page of a response with a status of 200 to 299, a resource.
 * `undefined` for other responses. Its id is the address.
 *
 * After a cut, the lengths and digests in both headers are made right; a body that was sent in chunks or packed is then neither, and
 * its header says so. A digest by an algorithm that is not known is taken out. All else stays byte for byte.
 *
 * @throws {TapisError} ERR_RECORD_FORMAT, ERR_INPUT_ENCODING when the page cannot be read.
 */
async function parseRecord(piece: Piece): Promise<SourceDocument | undefined> {
  const record = readRecord(piece.bytes);
  const place = `${piece.name}:${piece.line}`;
  const payload = record === undefined ? undefined : await payloadOf(record, place);
  if (record === undefined || payload === undefined) return undefined;
  const encoding = charsetOf(payload.bytes, payload.contentType, place);
  const content = decodeBody(payload.bytes, encoding, piece);
  const read = payload.content === "html" ? parsePage(content, place) : readText(content);
  return {
    // Some write the address between brackets.
    id: valueOf(record.header, "warc-target-uri")?.replace(/^<(.*)>$/, "$1"),
    text: read.text,
    hidden: read.hidden,
    async rewrite(cleaned) {
      if (cleaned.cuts.length === 0) return piece.bytes;
      return rebuild(record, payload, encodeBody(read.rewrite(cleaned), encoding));
    },
  };
}

async function payloadOf(
  { header, body }: WarcRecord,
  place: string,
): Promise<Payload | undefined> {
  const content = contentOf(header);
  if (content === undefined) return undefined;
  if (content !== "http") {
    return { bytes: body, content, contentType: valueOf(header, "content-type") };
  }
  const start = findHeaderEnd(body, 0);
  if (start === undefined) return undefined;
  const http = parseHeader(body.subarray(0, start));
  const contentType = valueOf(http, "content-type");
  const sent = textOf(mediaTypeOf(contentType));
  if (sent === undefined || !/^HTTP\/\S+ 2\d\d\b/i.test(http.firstLine)) return undefined;
  const bytes = await readBody(http, body.subarray(start), place);
  return { bytes, content: sent, contentType, http };
}

function readText(content: string): Omit<PageDocument, "rewriteAsText"> {
  const { mark, text } = splitMark(content);
  return { text, hidden: [], rewrite: (cleaned) => mark + cleaned.text };
}

/** A record with another payload. */
async function rebuild(
  { header, end }: WarcRecord,
  { http }: Payload,
  payload: Uint8Array,
): Promise<Uint8Array> {
  const sentIn =
    http === undefined
      ? []
      : [
          withValues(http, {
            "content-length": String(payload.length),
            "transfer-encoding": undefined,
            "content-encoding": undefined,
          }),
        ];
  const body = joinBytes([...sentIn, payload]);
  const digestOf = async (name: string, bytes: Uint8Array): Promise<string | undefined> =>
    digestLike(valueOf(header, name) ?? "", bytes);
  const newHeader = withValues(header, {
    "content-length": String(body.length),
    "warc-block-digest": await digestOf("warc-block-digest", body),
    "warc-payload-digest": await digestOf("warc-payload-digest", payload),
  });
  return joinBytes([newHeader, body, end]);
}

/** WARC, and WET, which is WARC with conversions: records with text and pages are cleaned, all others are copied. */
export const WARC: Format = {
  name: "warc",
  canBeJoined: true,
  keepsRejected: true,
  divide: recordBlocks,
  parts: recordParts,
  parse: parseRecord,
};

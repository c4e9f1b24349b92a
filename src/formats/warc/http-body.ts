import { TapisError } from "../../errors.ts";
import { joinBytes } from "../block.ts";
import { type Header, valueOf } from "./header.ts";

/** What packs bodies, and what the platform calls it. */
const PACKINGS: Readonly<Record<string, "gzip" | "deflate">> = {
  gzip: "gzip",
  "x-gzip": "gzip",
  deflate: "deflate",
};

/** A page has no more bytes than this, whatever it is packed from. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

const LINE_FEED = 10;

/**
 * What a response says, without the chunks and the packing that it was sent in.
 *
 * @param place - Of the record, for messages.
 * @throws {TapisError} ERR_RECORD_FORMAT when it is sent in a way that is not known, or not as it says.
 */
export async function readBody(
  header: Header,
  sent: Uint8Array,
  place: string,
): Promise<Uint8Array> {
  const transfer = valueOf(header, "transfer-encoding")?.toLowerCase() ?? "identity";
  const packing = valueOf(header, "content-encoding")?.toLowerCase() ?? "identity";
  if (!["identity", "chunked"].includes(transfer)) {
    throw new TapisError(
      "ERR_RECORD_FORMAT",
      `${place}: cannot undo Transfer-Encoding ${transfer}`,
    );
  }
  const body = transfer === "chunked" ? joinChunks(sent, place) : sent;
  if (packing === "identity" || packing === "") return body;
  const format = PACKINGS[packing];
  if (format === undefined) {
    throw new TapisError("ERR_RECORD_FORMAT", `${place}: cannot undo Content-Encoding ${packing}`);
  }
  return unpack(body, format, place);
}

/**
 * A body that was sent in chunks, as one. Bodies that are not, though the header says so, come as they are: many archives have
 * joined the chunks and kept the header.
 *
 * Source: R. Fielding and others, *RFC 9112* (2022), §7.1.
 */
function joinChunks(sent: Uint8Array, place: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = sent.indexOf(LINE_FEED, at);
    const line = Buffer.from(sent.subarray(at, lineEnd === -1 ? at : lineEnd)).toString("latin1");
    const [, size] = /^([\da-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line) ?? [];
    if (size === undefined) {
      if (at === 0) return sent;
      throw new TapisError("ERR_RECORD_FORMAT", `${place}: chunk ${chunks.length + 1} is not one`);
    }
    const chunk = sent.subarray(lineEnd + 1, lineEnd + 1 + Number.parseInt(size, 16));
    if (chunk.length === 0) return joinBytes(chunks);
    chunks.push(chunk);
    at = sent.indexOf(LINE_FEED, lineEnd + 1 + chunk.length) + 1;
    if (at === 0) throw new TapisError("ERR_RECORD_FORMAT", `${place}: the last chunk is missing`);
  }
}

async function unpack(
  packed: Uint8Array,
  format: "gzip" | "deflate",
  place: string,
): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(packed)]).stream();
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  try {
    for await (const chunk of stream.pipeThrough(new DecompressionStream(format))) {
      chunks.push(chunk);
      byteCount += chunk.length;
      if (byteCount > MOST_UNPACKED_BYTES) throw new RangeError("has more than 64 MB");
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TapisError("ERR_RECORD_FORMAT", `${place}: the body, as ${format}, ${why}`, {
      cause,
    });
  }
  return joinBytes(chunks);
}

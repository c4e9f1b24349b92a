import { type ErrorCode, TapisError } from "../errors.ts";
import type { Format } from "../formats/format.ts";
import type { SourceDocument } from "../formats/source-document.ts";
import { collectBytes } from "../io/collect-bytes.ts";
import { decodeUtf8 } from "../io/decode-utf8.ts";
import { readLines } from "../io/read-lines.ts";

/** What must be known of a file or stream to find the documents in it. */
export interface Origin {
  /** Its name in messages and records. */
  readonly name: string;
  readonly format: Format;
  /** Dotted path of the field that holds the text, for formats that have fields. */
  readonly textKey: string;
}

/** A file or stream of documents. */
export interface Source extends Origin {
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What every part of a source has, whatever is in it. */
export interface Part {
  readonly source: Origin;
  /** Line number from 1; `undefined` when the whole file is one document. */
  readonly line: number | undefined;
  /** The part as it stood in the source. */
  readonly bytes: Uint8Array;
}

/** A part with a document in it. */
export interface DocumentEntry extends Part {
  readonly kind: "document";
  readonly document: SourceDocument;
}

/** A part with nothing in it, such as a blank line. */
export interface BlankEntry extends Part {
  readonly kind: "blank";
}

/** A part that should hold a document and cannot be read. */
export interface RejectedEntry extends Part {
  readonly kind: "rejected";
  readonly code: ErrorCode;
  /** Says where the part stands and what is wrong with it. */
  readonly message: string;
}

/** A part of a source. All parts together are the source, byte for byte. */
export type Entry = DocumentEntry | BlankEntry | RejectedEntry;

const REJECTING: ReadonlySet<ErrorCode> = new Set(["ERR_INPUT_ENCODING", "ERR_RECORD_FORMAT"]);

/**
 * Reads a source part by part, in order. A part that is not what its format promises comes out as
 * rejected; the reading goes on.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when the source itself cannot be read.
 */
export async function* readDocuments(source: Source): AsyncGenerator<Entry> {
  const { format, name, chunks } = source;
  if (format.unit === "file") {
    yield readPart({ source, line: undefined, bytes: await collectBytes(chunks, name) });
    return;
  }
  let line = 0;
  for await (const bytes of readLines(chunks, name)) {
    line += 1;
    yield readPart({ source, line, bytes });
  }
}

/** Finds the document in a part of a source. A part that is not what its format promises comes out as rejected. */
export function readPart({ source, line, bytes }: Part): Entry {
  const { name, format, textKey } = source;
  const origin = { name, line: line ?? 1 };
  try {
    const text = decodeUtf8(bytes, origin);
    const document = format.parse({ text, place: `${name}:${origin.line}`, textKey });
    return document === undefined
      ? { kind: "blank", source, line, bytes }
      : { kind: "document", source, line, bytes, document };
  } catch (error) {
    if (!(error instanceof TapisError) || !REJECTING.has(error.code)) throw error;
    return { kind: "rejected", source, line, bytes, code: error.code, message: error.message };
  }
}

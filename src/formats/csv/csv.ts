import { TapisError } from "../../errors.ts";
import { type Block, type BlockStart, joinBytes } from "../block.ts";
import { decodeUtf8 } from "../decode-utf8.ts";
import type { Format } from "../format.ts";
import type { StreamFormatName } from "../format-names.ts";
import { missingColumn } from "../missing-column.ts";
import { MAX_PIECE_BYTES, type Piece, type SourceDocument } from "../source-document.ts";
import { type Dialect, dialectOf } from "./dialect.ts";
import { fieldSpans, formatField, parseField } from "./fields.ts";
import { findHeader } from "./find-header.ts";
import { RecordDivider, recordParts } from "./record-divider.ts";

/** Comma-separated values; semicolon, tab or bar when the header says so. */
export const CSV: Format = createFormat("csv");

/** Tab-separated values; quotes mean what they do in CSV. */
export const TSV: Format = createFormat("tsv", "\t");

/**
 * Separated values: each record but the first, which names the columns, is a document.
 *
 * No library that reads CSV tells where a field stands, so that all others can stay as they are, quotes and all. So records and
 * fields are found here; the tests compare what is found with csv-parse.
 */
function createFormat(name: StreamFormatName, delimiter?: string): Format {
  const dialect = (header: string): Dialect => dialectOf(header, delimiter);
  return {
    name,
    canBeJoined: false,
    keepsRejected: false,
    divide: (chunks, file) => divide(chunks, file, dialect),
    parts: (block) => recordParts(block, dialect(block.start.head ?? "")),
    parse: (piece) => parseRecord(piece, dialect(piece.head ?? "")),
  };
}

async function* divide(
  chunks: AsyncIterable<Uint8Array>,
  { name, start }: { readonly name: string; readonly start: BlockStart },
  dialect: (header: string) => Dialect,
): AsyncGenerator<Block> {
  let { head } = start;
  let unread: Uint8Array = new Uint8Array();
  let divider: RecordDivider | undefined;
  const openDivider = (header: string): RecordDivider => {
    divider ??= new RecordDivider({ ...start, head: header }, dialect(header));
    return divider;
  };
  for await (const chunk of chunks) {
    unread = divider === undefined ? joinBytes([unread, chunk]) : chunk;
    head ??= findHeader(unread, { isAll: false });
    if (head === undefined) continue;
    const opened = openDivider(head);
    yield* opened.take(unread);
    unread = new Uint8Array();
    if (opened.pendingBytes <= MAX_PIECE_BYTES) continue;
    const message = `${name}:${opened.line}: the record is too long to be read`;
    throw new TapisError("ERR_INPUT_READ", message);
  }
  const opened = openDivider(head ?? findHeader(unread, { isAll: true }) ?? "");
  yield* opened.take(unread);
  yield* opened.end();
}

/**
 * The document in a record: the field of the column that `textKey` names, which is rewritten without touching any other. Its id is
 * what stands in the column `id`. `undefined` for a blank line.
 *
 * @throws {TapisError} ERR_RECORD_FORMAT when there is no such column or field, or a quote is never closed; ERR_INPUT_ENCODING.
 */
function parseRecord(piece: Piece, { delimiter, columns }: Dialect): SourceDocument | undefined {
  const { bytes, options } = piece;
  const place = `${piece.name}:${piece.line}`;
  const content = decodeUtf8(bytes, piece);
  if (content.trim() === "") return undefined;
  const fields = fieldSpans(bytes, delimiter);
  if (columns === undefined || fields === undefined) {
    const where = columns === undefined ? "in the header, a quote" : "a quote";
    throw new TapisError("ERR_RECORD_FORMAT", `${place}: ${where} is never closed`);
  }
  const index = columns.indexOf(options.textKey);
  if (index === -1) throw missingColumn(columns, options.textKey, place);
  const field = fields[index];
  if (field === undefined) {
    throw new TapisError(
      "ERR_RECORD_FORMAT",
      `${place}: has ${fields.length} fields, and "${options.textKey}" is field ${index + 1}`,
    );
  }
  const id = fields[columns.indexOf("id")];
  return {
    id: id === undefined ? undefined : parseField(bytes, id),
    text: parseField(bytes, field),
    rewrite(cleaned) {
      if (cleaned.cuts.length === 0) return content;
      const isQuoted = bytes[field.start] === QUOTE;
      const before = DECODER.decode(bytes.subarray(0, field.start));
      const behind = DECODER.decode(bytes.subarray(field.end));
      return before + formatField(cleaned.text, { isQuoted, delimiter }) + behind;
    },
  };
}

const QUOTE = 34;
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

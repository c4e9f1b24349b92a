import type { ColumnChunk, ColumnMetaData, CompressionCodec } from "hyparquet";
import { CompressionCodecs, Encodings } from "hyparquet/src/constants.js";
import { ByteWriter } from "hyparquet-writer";
import { writeColumn } from "hyparquet-writer/src/column.js";
import { encodeNestedValues } from "hyparquet-writer/src/dremel.js";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";
import { TapisError } from "../../errors.ts";
import { type MovedGroup, moveGroups, type NewChunk } from "./footer.ts";
import type { TextTable, TextValue } from "./text-table.ts";

/** Packs bytes in the way of a codec; one for each codec that can be written. */
export type Compressors = Partial<Record<CompressionCodec, (bytes: Uint8Array) => Uint8Array>>;

/** Where a writer writes, and how it packs. */
export interface TableSink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Beside Snappy's. */
  readonly compressors: Compressors;
}

const COPY_BYTES = 1024 * 1024;
const PAGE_BYTES = 1024 * 1024;
const MAGIC = Buffer.from("PAR1");

/** Bytes behind a footer: its length and the magic number. */
const END_BYTES = 8;

/**
 * Writes a table again with other texts in some of its row groups.
 *
 * As long as no text changes, the file is copied byte for byte. From the first one that does, column chunks are copied one by one,
 * and only those with texts that change are written anew, in the codec they had if it can be written. So all other columns keep
 * their values, types and encodings, and the footer all that it says of the file. What only speeds reading up does not come along
 * then: page indexes and Bloom filters, and statistics of the chunks written anew.
 */
export class TableWriter {
  readonly #table: TextTable;
  readonly #write: TableSink["write"];
  readonly #compressors: Compressors;
  readonly #groups: MovedGroup[] = [];
  #writtenBytes = 0;
  #hasChanged = false;

  constructor(table: TextTable, { write, compressors }: TableSink) {
    this.#table = table;
    this.#write = write;
    this.#compressors = { SNAPPY: snappyCompress, ...compressors };
  }

  /**
   * Writes the next row group.
   *
   * @param texts - The texts of all its rows; left out when none changes.
   */
  async writeGroup(texts?: readonly TextValue[]): Promise<void> {
    const chunks = this.#table.metadata.row_groups[this.#groups.length]?.columns ?? [];
    if (texts === undefined && !this.#hasChanged) {
      const places = chunks.map((chunk) => placeOf(chunk, this.#table));
      const offset = Math.min(...places.map(({ start }) => start));
      await this.#copy(this.#writtenBytes, Math.max(...places.map(({ end }) => end)));
      this.#groups.push({ offset, columns: chunks.map(() => 0n), isSortingLost: false });
      return;
    }
    if (this.#writtenBytes === 0) await this.#append(MAGIC);
    this.#hasChanged = true;
    const offset = this.#writtenBytes;
    const columns: (bigint | NewChunk)[] = [];
    for (const chunk of chunks) {
      const isNew = texts !== undefined && this.#isText(chunk);
      columns.push(isNew ? await this.#writeTexts(chunk, texts) : await this.#copyChunk(chunk));
    }
    this.#groups.push({ offset, columns, isSortingLost: texts !== undefined });
  }

  /** Writes the end of the file; all row groups must have been written. */
  async finish(): Promise<void> {
    const { file, metadata } = this.#table;
    if (!this.#hasChanged) {
      await this.#copy(this.#writtenBytes, file.byteLength);
      return;
    }
    const end = file.byteLength - END_BYTES;
    const footer = new Uint8Array(await file.slice(end - metadata.metadata_length, end));
    const moved = moveGroups(footer, this.#groups);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(moved.length);
    await this.#append(Buffer.concat([moved, length, MAGIC]));
  }

  #isText(chunk: ColumnChunk): boolean {
    const path = this.#table.textPath.slice(1).map(({ element }) => element.name);
    return chunk.meta_data?.path_in_schema.join("\0") === path.join("\0");
  }

  async #writeTexts(chunk: ColumnChunk, texts: readonly TextValue[]): Promise<NewChunk> {
    const { textPath } = this.#table;
    const schemaPath = textPath.map(({ element }) => element);
    // The texts are bytes already, so nothing is to be converted.
    const leaf = schemaPath.at(-1) ?? { name: "" };
    const { converted_type: _converted, logical_type: _logical, ...element } = leaf;
    const former = chunk.meta_data?.codec ?? "UNCOMPRESSED";
    const canBeKept = former === "UNCOMPRESSED" || this.#compressors[former] !== undefined;
    const writer = new ByteWriter();
    writer.offset = this.#writtenBytes;
    const written = writeColumn({
      writer,
      column: {
        columnName: element.name,
        element,
        schemaPath: [...schemaPath.slice(0, -1), element],
        codec: canBeKept ? former : "SNAPPY",
        compressors: this.#compressors,
        stats: false,
        pageSize: PAGE_BYTES,
        columnIndex: false,
        offsetIndex: false,
      },
      pageData: encodeNestedValues([...textPath], [...texts]),
    });
    await this.#append(writer.getBytes());
    return toNewChunk(written.chunk.meta_data);
  }

  /** Copies a column chunk; returns by how many bytes it has moved. */
  async #copyChunk(chunk: ColumnChunk): Promise<bigint> {
    const { start, end } = placeOf(chunk, this.#table);
    const shift = BigInt(this.#writtenBytes - start);
    await this.#copy(start, end);
    return shift;
  }

  async #copy(start: number, end: number): Promise<void> {
    for (let at = start; at < end; at += COPY_BYTES) {
      const slice = await this.#table.file.slice(at, Math.min(end, at + COPY_BYTES));
      await this.#append(new Uint8Array(slice));
    }
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#writtenBytes += bytes.length;
    await this.#write(bytes);
  }
}

/** Where a column chunk stands in the file. */
function placeOf(
  { meta_data: data, file_path: path }: ColumnChunk,
  { name, file }: TextTable,
): { readonly start: number; readonly end: number } {
  const offsets = [data?.data_page_offset, data?.dictionary_page_offset, data?.index_page_offset]
    .map((offset) => Number(offset ?? 0n))
    .filter((offset) => offset > 0);
  const length = Number(data?.total_compressed_size ?? 0n);
  // A chunk of no rows may be nowhere.
  const start = length === 0 ? MAGIC.length : Math.min(...offsets);
  const end = start + length;
  if (path !== undefined || end > file.byteLength || !(end >= start)) {
    throw new TapisError("ERR_INPUT_READ", `${name}: a column chunk is not in the file`);
  }
  return { start, end };
}

function toNewChunk(data: ColumnMetaData | undefined): NewChunk {
  if (data === undefined) throw new TypeError("toNewChunk: a chunk must say what is in it");
  return {
    encodings: data.encodings.map((encoding) => Encodings.indexOf(encoding)),
    codec: CompressionCodecs.indexOf(data.codec),
    values: data.num_values,
    uncompressedBytes: data.total_uncompressed_size,
    compressedBytes: data.total_compressed_size,
    dataOffset: data.data_page_offset,
    dictionaryOffset: data.dictionary_page_offset,
  };
}

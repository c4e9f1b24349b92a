import {
  type AsyncBuffer,
  type FileMetaData,
  type ParquetParsers,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaTree,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { TapisError } from "../../errors.ts";
import { missingColumn } from "../missing-column.ts";

/** The text in a row: bytes of a string, those of a list of strings, or nothing. */
export type TextValue = Uint8Array | readonly (Uint8Array | null)[] | null;

/** A Parquet file with a column of texts. */
export interface TextTable {
  /** Name of the file, for messages. */
  readonly name: string;
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  /** The schema from its root to the strings of the column. */
  readonly textPath: readonly SchemaTree[];
}

/** Values come as they are stored, so that statistics of other columns are written as they were read. */
const STORED: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => value,
  timestampFromMicroseconds: (value) => value,
  timestampFromNanoseconds: (value) => value,
  dateFromDays: (value) => value,
  stringFromBytes: (value) => value,
  jsonFromBytes: (value) => value,
};

/**
 * Opens the table in a file.
 *
 * @param column - Name of the column that holds the texts: strings, or lists of strings.
 * @throws {TapisError} ERR_INPUT_READ when the file is no Parquet or is cut off; ERR_RECORD_FORMAT when there is no such column, or
 *   it holds no text.
 */
export async function openTextTable(
  file: AsyncBuffer,
  { name, column }: { readonly name: string; readonly column: string },
): Promise<TextTable> {
  const metadata = await reading(name, () =>
    parquetMetadataAsync(file, { parsers: STORED, geoparquet: false }),
  );
  const root = parquetSchema(metadata);
  const node = root.children.find(({ element }) => element.name === column);
  if (node === undefined) {
    const names = root.children.map(({ element }) => element.name);
    throw missingColumn(names, column, name);
  }
  const path = [root];
  for (let next: SchemaTree | undefined = node; next !== undefined; [next] = next.children) {
    if (next.children.length > 1) throw noText(name, column);
    path.push(next);
  }
  if (path.at(-1)?.element.type !== "BYTE_ARRAY") throw noText(name, column);
  return { name, file, metadata, textPath: path };
}

function noText(name: string, column: string): TapisError {
  const message = `${name}: column "${column}" holds neither strings nor lists of strings (use --text-key to name another one)`;
  return new TapisError("ERR_RECORD_FORMAT", message);
}

/**
 * The texts of a row group, one per row.
 *
 * @param group - Number of the row group, from 0.
 * @throws {TapisError} ERR_INPUT_READ when it is damaged, or packed in a way that is not known.
 */
export async function readTexts(table: TextTable, group: number): Promise<TextValue[]> {
  const { name, file, metadata, textPath } = table;
  const rowStart = firstRowOf(metadata, group);
  const rowEnd = rowStart + Number(metadata.row_groups[group]?.num_rows ?? 0);
  const column = textPath[1]?.element.name ?? "";
  const rows = await reading(name, () =>
    parquetReadObjects({
      file,
      metadata,
      columns: [column],
      rowStart,
      rowEnd,
      compressors,
      parsers: STORED,
      utf8: false,
      geoparquet: false,
    }),
  );
  return rows.map((row) => toTextValue(row[column]));
}

/** Number of the first row of a row group, from 0. */
function firstRowOf({ row_groups: groups }: FileMetaData, group: number): number {
  return groups.slice(0, group).reduce((sum, { num_rows: count }) => sum + Number(count), 0);
}

function toTextValue(value: unknown): TextValue {
  if (value instanceof Uint8Array) return value;
  if (!Array.isArray(value)) return null;
  return value.map((item) => (item instanceof Uint8Array ? item : null));
}

async function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof TapisError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TapisError("ERR_INPUT_READ", `${name}: cannot be read: ${why}`, { cause });
  }
}

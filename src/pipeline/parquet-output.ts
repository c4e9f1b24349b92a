import { joinBytes } from "../formats/block.ts";
import { countLineFeeds } from "../formats/count-line-feeds.ts";
import { lineSpans } from "../formats/line-spans.ts";
import { TableWriter } from "../formats/parquet/table-writer.ts";
import { formatLine, parseLine } from "../formats/parquet/text-lines.ts";
import { openTextTable, readTexts, type TextValue } from "../formats/parquet/text-table.ts";
import { gzip } from "../io/gzip.ts";
import type { Output } from "../io/output.ts";
import { openRandomAccess } from "../io/random-access.ts";
import { loadZstd } from "../io/zstd.ts";

/** The Parquet file that a `parquetSource` read, and the column with the texts. */
export interface ParquetOrigin {
  readonly path: string;
  readonly column: string;
}

/**
 * An output that takes the cleaned lines of a `parquetSource`, all of them in order, and writes the Parquet file with these texts.
 * Memory is bounded by one row group.
 *
 * @throws {TapisError} ERR_INPUT_* when the file cannot be read again.
 */
export async function openParquetOutput(
  { path, column }: ParquetOrigin,
  output: Output,
): Promise<Output> {
  const file = await openRandomAccess(path);
  const table = await openTextTable(file, { name: path, column });
  const groups = table.metadata.row_groups.map(({ num_rows: count }) => Number(count));
  const writer = new TableWriter(table, {
    write: (bytes) => output.write(bytes),
    compressors: { GZIP: (bytes) => gzip(bytes, { isFast: true }), ZSTD: await loadZstd() },
  });
  let group = 0;
  let pending: Uint8Array[] = [];
  let pendingLines = 0;

  async function writeGroups(): Promise<void> {
    for (
      let rows = groups[group];
      rows !== undefined && pendingLines >= rows;
      rows = groups[group]
    ) {
      const bytes = joinBytes(pending);
      const lines = linesOf(bytes, rows);
      pending = [bytes.subarray(lines.at(-1)?.end ?? 0)];
      pendingLines -= rows;
      const texts = await readTexts(table, group);
      let hasChanged = false;
      const cleaned = texts.map((text, row): TextValue => {
        const line = lines[row]?.text ?? "";
        if (line === formatLine(text)) return text;
        hasChanged = true;
        return parseLine(line);
      });
      await writer.writeGroup(hasChanged ? cleaned : undefined);
      group += 1;
    }
  }

  return {
    isFinalAtOnce: output.isFinalAtOnce ?? false,
    async write(content) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      pending.push(bytes);
      pendingLines += countLineFeeds(bytes);
      await writeGroups();
    },
    async commit() {
      await writeGroups();
      if (group < groups.length || pendingLines > 0) {
        throw new Error(`${path}: ${pendingLines} lines are too few or too many for its rows`);
      }
      await writer.finish();
      await file.close();
      await output.commit();
    },
    async discard() {
      await file.close();
      await output.discard();
    },
  };
}

function linesOf(
  bytes: Uint8Array,
  count: number,
): { readonly text: string; readonly end: number }[] {
  const lines: { text: string; end: number }[] = [];
  for (const { start, end } of lineSpans(bytes)) {
    if (lines.length === count) break;
    lines.push({ text: Buffer.from(bytes.subarray(start, end)).toString(), end });
  }
  return lines;
}

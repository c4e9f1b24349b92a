import { type Block, FILE_START } from "../formats/block.ts";
import { formatLine, LINE_KEY } from "../formats/parquet/text-lines.ts";
import { openRandomAccess } from "../io/random-access.ts";
import type { Source } from "./source.ts";

const BLOCK_LENGTH = 256 * 1024;

/**
 * The texts in a column of a Parquet file, as JSON Lines: a line for each row, so that they are cleaned as those are. A Parquet
 * file has its table of contents at its end and cannot be read as a stream; what was cleaned goes back into it by
 * `openParquetOutput`. Memory is bounded by the texts of one row group.
 *
 * @param column - Its name.
 */
export function parquetSource(path: string, column: string): Source {
  return {
    name: path,
    format: "jsonl",
    options: { textKey: LINE_KEY },
    keepsParts: true,
    async *blocks(start = FILE_START) {
      const { openTextTable, readTexts } = await import("../formats/parquet/text-table.ts");
      if (start.offset > 0) throw new RangeError("parquetSource: must begin at the start");
      const file = await openRandomAccess(path);
      try {
        const table = await openTextTable(file, { name: path, column });
        let { offset, line } = start;
        const takeBlock = (lines: string[]): Block => {
          const bytes = Buffer.from(lines.join(""));
          const block = { start: { offset, line }, bytes };
          offset += bytes.length;
          line += lines.length;
          return block;
        };
        for (const group of table.metadata.row_groups.keys()) {
          let lines: string[] = [];
          let length = 0;
          for (const text of await readTexts(table, group)) {
            const formatted = formatLine(text);
            lines.push(formatted);
            length += formatted.length;
            if (length < BLOCK_LENGTH) continue;
            yield takeBlock(lines);
            lines = [];
            length = 0;
          }
          if (lines.length > 0) yield takeBlock(lines);
        }
      } finally {
        await file.close();
      }
    },
  };
}

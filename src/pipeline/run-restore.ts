import { check } from "../core/check.ts";
import { TapisError } from "../errors.ts";
import { readLines } from "../formats/read-lines.ts";
import { readChunks } from "../io/read-file.ts";
import { Rebuilding, type RestoreEvent } from "./rebuilding.ts";
import type { RestoreRecord } from "./restore-records.ts";
import { RESTORE_RECORD } from "./restore-schema.ts";

/** What to restore, and where to. */
export interface RestoreOptions {
  /** The file of cuts. */
  readonly removed: string;
  /** Path of an input's cleaned file. */
  readonly cleanedPathOf: (cleaned: string) => string;
  /** Path of what is restored. */
  readonly outputPathOf: (name: string) => string;
}

/**
 * Rebuilds inputs from their cleaned files and the file of cuts, one after the other, and yields each. One whose cleaned file is not
 * that of the run, or is not there, is told of and not written. Memory is bounded by a line of the file of cuts.
 *
 * @throws {TapisError} ERR_INPUT_* when the file of cuts cannot be read; ERR_RECORD_FORMAT names a line of it that is wrong.
 */
export async function* runRestore(options: RestoreOptions): AsyncGenerator<RestoreEvent> {
  const { removed } = options;
  let line = 0;
  let rebuilding: Rebuilding | undefined;
  try {
    for await (const bytes of readLines(readChunks(removed), removed)) {
      line += 1;
      const place = `${removed}:${line}`;
      const record = parseRecord(bytes, place);
      if (record === undefined) continue;
      if ("file" in record) {
        if (rebuilding !== undefined) yield await rebuilding.giveUp();
        const { name, cleaned } = record.file;
        rebuilding = new Rebuilding(record.file, {
          cleanedPath: options.cleanedPathOf(cleaned),
          outputPath: options.outputPathOf(name),
        });
      } else if (rebuilding === undefined) {
        throw new TapisError("ERR_RECORD_FORMAT", `${place}: belongs to no file`);
      } else if ("end" in record) {
        yield await rebuilding.end(record.end);
        rebuilding = undefined;
      } else if ("change" in record) {
        await rebuilding.change(record.change);
      } else {
        await rebuilding.takeOriginal(record.original);
      }
    }
    if (rebuilding !== undefined) yield await rebuilding.giveUp();
  } finally {
    await rebuilding?.close();
  }
}

function parseRecord(bytes: Uint8Array, place: string): RestoreRecord | undefined {
  const text = Buffer.from(bytes).toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = check(RESTORE_RECORD, value);
  if (parsed.success) return "document" in parsed.data ? undefined : parsed.data;
  const message = `${place}: is no line of a file that tapis clean --removed has written`;
  throw new TapisError("ERR_RECORD_FORMAT", message, { cause: parsed.error });
}

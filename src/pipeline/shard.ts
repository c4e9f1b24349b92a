import { findRangeHead, rangeOfShare, takeRange } from "../formats/line-range.ts";
import { loadFormat } from "../formats/load-format.ts";
import { gatherChunks } from "../io/gather-chunks.ts";
import { measureFile } from "../io/measure-file.ts";
import { readChunks } from "../io/read-file.ts";
import type { FileSource } from "./file-source.ts";

/** One of several equal shares of a run's inputs, which machines do without knowing of each other. */
export interface Shard {
  /** Which one, from 0. */
  readonly index: number;
  /** Of how many. */
  readonly count: number;
}

/**
 * Reads `R/N`: which share, from 0, and of how many.
 *
 * @throws {RangeError} says what must hold.
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (count === undefined || shard.index >= shard.count) {
    throw new RangeError("must be a share such as 0/3, counted from 0");
  }
  return shard;
}

/** The shard as part of a file's name: `0-of-3`. */
export function formatShard({ index, count }: Shard): string {
  return `${index}-of-${count}`;
}

/** Those of some things that are in a shard: every so many. */
export function takeShard<T>(things: readonly T[], { index, count }: Shard): T[] {
  return things.filter((_, at) => at % count === index);
}

/** Whether a file can be divided between its lines, so that a shard is some of them. */
export async function isDivisible(source: FileSource): Promise<boolean> {
  return (
    source.fileFormat === "jsonl" && !source.isPacked && (await source.findEncoding()) === "utf-8"
  );
}

/**
 * A source of a shard of the lines of a file, which must be divisible. The shards of all indices one behind the other are the file;
 * lines have the numbers that they have there.
 */
export function shardSource(source: FileSource, shard: Shard): FileSource {
  const { name } = source;
  const partName = name.replace(/(\.\w+)?$/, `.${formatShard(shard)}$1`);
  return {
    ...source,
    partName,
    cleanedName: partName,
    async *blocks(start) {
      const range = rangeOfShare((await measureFile(name)).sizeBytes, shard);
      const isBegun = start !== undefined && start.offset > 0;
      const from = isBegun ? start : await findRangeHead(readChunks(name), range);
      const chunks = takeRange(readChunks(name, from.offset), {
        offset: from.offset,
        end: range.end,
      });
      const format = await loadFormat(source.format);
      yield* format.divide(gatherChunks(chunks), { name, start: from });
    },
  };
}

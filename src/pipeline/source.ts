import { type Block, type BlockStart, FILE_START } from "../formats/block.ts";
import type { StreamFormatName } from "../formats/format-names.ts";
import { loadFormat } from "../formats/load-format.ts";
import type { FormatOptions } from "../formats/source-document.ts";
import { gatherChunks } from "../io/gather-chunks.ts";

/** What must be known of a block to find the documents in it. */
export interface Origin {
  /** The file's name in messages and records. */
  readonly name: string;
  /** The format of the blocks. */
  readonly format: StreamFormatName;
  readonly options: FormatOptions;
}

/** A file or stream of documents. */
export interface Source extends Origin {
  /** Whether each of its parts must come out again, be it as it was: parts that cannot be read, documents that are all spam. */
  readonly keepsParts?: boolean;
  /**
   * Its blocks, or those from a start that one of them had.
   *
   * @throws {TapisError} ERR_INPUT_* when it cannot be read.
   */
  blocks(start?: BlockStart): AsyncIterable<Block>;
}

/**
 * A source of the bytes that `read` gives: those of the whole file, unpacked and as UTF-8, or those behind the first `offset`
 * of them.
 */
export function byteSource(
  origin: Origin,
  read: (offset: number) => AsyncIterable<Uint8Array>,
): Source {
  return {
    ...origin,
    async *blocks(start = FILE_START) {
      const format = await loadFormat(origin.format);
      yield* format.divide(gatherChunks(read(start.offset)), { name: origin.name, start });
    },
  };
}

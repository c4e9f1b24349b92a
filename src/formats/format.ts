import type { Block, BlockStart, Part } from "./block.ts";
import type { StreamFormatName } from "./format-names.ts";
import type { Piece, SourceDocument } from "./source-document.ts";

/**
 * How documents stand in a kind of file: it is divided into blocks, these into parts, and a part is parsed into a document
 * that knows the way back. Files are UTF-8 and unpacked when a format sees them.
 */
export interface Format {
  /** The name that `--format` takes. */
  readonly name: StreamFormatName;
  /** Whether files may be written one behind the other into one stream. */
  readonly canBeJoined: boolean;
  /** Whether parts that cannot be read stay in every output: the rest of the file may need them. */
  readonly keepsRejected: boolean;
  /**
   * The blocks of a file, or of what follows `start` in it. However the file is cut into chunks, what the blocks hold is the
   * same; memory is bounded by one chunk and one part.
   *
   * @throws {TapisError} ERR_INPUT_READ when a part is too long to be read.
   */
  divide(
    chunks: AsyncIterable<Uint8Array>,
    file: { readonly name: string; readonly start: BlockStart },
  ): AsyncIterable<Block>;
  /** Where documents may stand in a block, in order. What lies between the parts is never changed. */
  parts(block: Block): Iterable<Part>;
  /**
   * The document in a piece, which is what a part holds; `undefined` when there is none (a blank line).
   *
   * @throws {TapisError} ERR_RECORD_FORMAT, ERR_INPUT_ENCODING when the piece is not what the format promises.
   */
  parse(piece: Piece): SourceDocument | undefined | Promise<SourceDocument | undefined>;
}

import { TapisError } from "../errors.ts";
import { type Block, type BlockStart, joinBytes, type Part } from "./block.ts";
import { MAX_PIECE_BYTES } from "./source-document.ts";

/**
 * All the bytes of a stream.
 *
 * @param name - Name of the stream, for messages.
 * @throws {TapisError} ERR_INPUT_READ when there are more bytes than a string may have characters
 *   (about 512 MB).
 */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Uint8Array> {
  const runs: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    runs.push(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_PIECE_BYTES) {
      throw new TapisError("ERR_INPUT_READ", `${name}: the file is too long for one document`);
    }
  }
  return joinBytes(runs);
}

/**
 * A file as one block, for formats that need all of it.
 *
 * @throws {TapisError} ERR_INPUT_READ as {@link collectBytes} does.
 */
export async function* wholeFileBlock(
  chunks: AsyncIterable<Uint8Array>,
  { name, start }: { readonly name: string; readonly start: BlockStart },
): AsyncGenerator<Block> {
  yield { start, bytes: await collectBytes(chunks, name) };
}

/** A block that is one document. */
export function* wholeFilePart({ bytes }: Block): Generator<Part> {
  yield { start: 0, end: bytes.length, line: undefined, canBeLeftOut: true };
}

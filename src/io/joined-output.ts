import type { Output } from "./output.ts";

const LINE_FEED = 10;
const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

/**
 * Several files of lines behind one another in one output: each call gives the output for the next
 * file.
 *
 * A file whose last line has no line feed gets one before the next file starts, and a byte order
 * mark is kept only at the very start.
 */
export function joinFiles(output: Output): () => Output {
  let isEmpty = true;
  let isLineOpen = false;

  async function write(content: string | Uint8Array, isFileStart: boolean): Promise<void> {
    let bytes = typeof content === "string" ? Buffer.from(content) : content;
    if (isFileStart && !isEmpty && startsWithMark(bytes)) {
      bytes = bytes.subarray(BYTE_ORDER_MARK.length);
    }
    if (bytes.length === 0) return;
    if (isFileStart && isLineOpen) await output.write("\n");
    isEmpty = false;
    isLineOpen = bytes[bytes.length - 1] !== LINE_FEED;
    await output.write(bytes);
  }

  return () => {
    let isFileStart = true;
    return {
      isFinalAtOnce: output.isFinalAtOnce ?? false,
      async write(content) {
        if (content.length === 0) return;
        const isStart = isFileStart;
        isFileStart = false;
        await write(content, isStart);
      },
      commit: () => output.commit(),
      discard: () => output.discard(),
    };
  };
}

function startsWithMark(bytes: Uint8Array): boolean {
  return BYTE_ORDER_MARK.every((byte, index) => byte === bytes[index]);
}

import { TapisError } from "../errors.ts";

const MOST_BYTES = 1024 * 1024 * 1024;
const NUL = 0;

/**
 * The paths in a list: one a line, or with a NUL behind each if there is any NUL, as `find -print0` writes them. Empty ones are left
 * out.
 *
 * @param name - Of the list, for messages.
 * @throws {TapisError} ERR_INPUT_ENCODING names the first path that is not UTF-8; ERR_INPUT_READ for a list of over a gigabyte.
 */
export async function readPathList(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<string[]> {
  const parts: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    byteCount += chunk.length;
    if (byteCount > MOST_BYTES) throw new TapisError("ERR_INPUT_READ", `${name}: is too long`);
  }
  const bytes = Buffer.concat(parts);
  const separator = bytes.includes(NUL) ? "\0" : /\r?\n/;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return decoder
      .decode(bytes)
      .split(separator)
      .filter((path) => path !== "");
  } catch (cause) {
    const paths = bytes.toString().split(separator);
    const number = paths.findIndex((path) => path.includes("\uFFFD")) + 1;
    const message = `${name}: path ${number} is not UTF-8`;
    throw new TapisError("ERR_INPUT_ENCODING", message, { cause });
  }
}

import { type EncodingName, toUtf8 } from "../formats/encoding/encoding.ts";

/** Bytes in an encoding as UTF-8. */
export async function* convertChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: EncodingName,
): AsyncGenerator<Uint8Array> {
  const conversion = toUtf8(encoding);
  for await (const chunk of chunks) {
    const converted = conversion.next(chunk);
    if (converted.length > 0) yield converted;
  }
  const last = conversion.last();
  if (last.length > 0) yield last;
}

import type { EncodingName } from "../formats/encoding/encoding.ts";
import { isPackedFile, textFileName } from "../formats/format-names.ts";
import { convertChunks } from "./convert-chunks.ts";
import { encodingOutput } from "./encoding-output.ts";
import type { FileSource } from "./file-source.ts";
import { byteSource, type Origin } from "./source.ts";

/** How a stream is read. */
export interface StreamReading extends Origin {
  /** Its encoding; UTF-8 unless given. */
  readonly encoding?: EncodingName | undefined;
}

/** A stream as a source, such as standard input; it can be read once only. */
export function streamSource(
  chunks: AsyncIterable<Uint8Array>,
  { encoding = "utf-8", ...origin }: StreamReading,
): FileSource {
  const read = (): AsyncIterable<Uint8Array> => convertChunks(chunks, encoding);
  return encodedSource(origin, read, async () => encoding);
}

/** Documents in bytes of some encoding, with the way back. */
export function encodedSource(
  origin: Origin,
  read: (offset: number) => AsyncIterable<Uint8Array>,
  findEncoding: () => Promise<EncodingName>,
): FileSource {
  const { name, format, options } = origin;
  // Text that was made of HTML may need any character.
  const isNewForm = format === "html" && options.htmlTo === "text";
  return {
    ...byteSource(origin, read),
    fileFormat: format,
    cleanedName: isNewForm ? textFileName(name) : name,
    isNewForm,
    isPacked: isPackedFile(name),
    findEncoding,
    formOutput: async (output) =>
      encodingOutput(output, isNewForm ? "utf-8" : await findEncoding(), name),
  };
}

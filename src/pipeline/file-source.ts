import type { FormatName } from "../formats/format-names.ts";
import type { FormatOptions } from "../formats/source-document.ts";
import { encodingByMark, type EncodingName } from "../formats/encoding/encoding.ts";
import { readChunks, readHead, skipBytes } from "../io/read-file.ts";
import { convertChunks } from "./convert-chunks.ts";
import { byteSource, type Source } from "./source.ts";

/** How a file is read. */
export interface FileReading {
  readonly format: FormatName;
  readonly options: FormatOptions;
  /** Its encoding; UTF-8 unless given, or UTF-16 if it begins with the byte order mark of that. */
  readonly encoding?: EncodingName | undefined;
}

/** A file as a source. */
export interface FileSource extends Source {
  /** The encoding that it is in; looked for once. */
  readonly encoding: () => Promise<EncodingName>;
}

/** A file as a source; nothing is read yet. Packed files are unpacked by their name. */
export function fileSource(path: string, reading: FileReading): FileSource {
  const { format, options } = reading;
  let { encoding: known } = reading;
  const encoding = async (): Promise<EncodingName> => {
    known ??= encodingByMark(await readHead(path, 2));
    return known;
  };
  async function* read(offset: number): AsyncGenerator<Uint8Array> {
    const found = await encoding();
    if (found === "utf-8") yield* readChunks(path, offset);
    else yield* skipBytes(convertChunks(readChunks(path), found), offset);
  }
  return { ...byteSource({ name: path, format, options }, read), encoding };
}

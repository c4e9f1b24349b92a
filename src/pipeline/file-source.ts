import type { FormatName } from "../formats/format-names.ts";
import type { FormatOptions } from "../formats/source-document.ts";
import type { EncodingName } from "../io/encoding.ts";
import { detectEncoding, readChunks } from "../io/read-file.ts";
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
  let detecting: Promise<EncodingName> | undefined;
  const encoding = async (): Promise<EncodingName> => {
    detecting ??=
      reading.encoding === undefined ? detectEncoding(path) : Promise.resolve(reading.encoding);
    return detecting;
  };
  async function* read(offset: number): AsyncGenerator<Uint8Array> {
    yield* readChunks(path, { offset, encoding: await encoding() });
  }
  return { ...byteSource({ name: path, format, options }, read), encoding };
}

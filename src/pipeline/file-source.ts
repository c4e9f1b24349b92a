import type { FormatName } from "../formats/format-names.ts";
import type { FormatOptions } from "../formats/source-document.ts";
import type { EncodingName } from "../io/encodings.ts";
import { readChunks } from "../io/read-file.ts";
import { parquetSource } from "./parquet-source.ts";
import { byteSource, type Source } from "./source.ts";

/** How a file is read. */
export interface FileReading {
  readonly format: FormatName;
  readonly options: FormatOptions;
  /** Its encoding, when it is neither UTF-8 nor UTF-16 with a byte order mark. */
  readonly encoding: EncodingName | undefined;
}

/** A file as a source; nothing is read yet. Packed files are unpacked by their name. */
export function fileSource(path: string, { format, options, encoding }: FileReading): Source {
  if (format === "parquet") return parquetSource(path, options);
  return byteSource({ name: path, format, options }, (offset) =>
    readChunks(path, { offset, ...(encoding !== undefined && { encoding }) }),
  );
}

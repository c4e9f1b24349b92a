import type { FormatName } from "../formats/format-names.ts";
import type { FormatOptions } from "../formats/source-document.ts";
import { readChunks } from "../io/read-file.ts";
import { byteSource, type Source } from "./source.ts";

/** How a file is read. */
export interface FileReading {
  readonly format: FormatName;
  readonly options: FormatOptions;
}

/** A file as a source; nothing is read yet. Packed files are unpacked by their name. */
export function fileSource(path: string, { format, options }: FileReading): Source {
  return byteSource({ name: path, format, options }, (offset) => readChunks(path, offset));
}

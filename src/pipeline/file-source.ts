import { encodingByMark, type EncodingName } from "../formats/encoding/encoding.ts";
import type { FormatName } from "../formats/format-names.ts";
import type { FormatOptions } from "../formats/source-document.ts";
import type { Output } from "../io/output.ts";
import { readChunks, readHead, skipBytes } from "../io/read-file.ts";
import { convertChunks } from "./convert-chunks.ts";
import { parquetSource } from "./parquet-source.ts";
import type { Source } from "./source.ts";
import { encodedSource } from "./stream-source.ts";

/** How a file is read. */
export interface FileReading {
  readonly format: FormatName;
  readonly options: FormatOptions;
  /** Its encoding; UTF-8 unless given, or UTF-16 if it begins with the byte order mark of that. */
  readonly encoding?: EncodingName | undefined;
}

/** A file as a source, with the way back. */
export interface FileSource extends Source {
  /** Where its cleaned file goes when it stays beside it: its own path, unless it becomes another kind of file, or is a part of one. */
  readonly cleanedName: string;
  /** What a file would be called that is what this part of one is; undefined for a whole file. */
  readonly partName?: string;
  /** Whether it becomes another kind of file. */
  readonly isNewForm: boolean;
  /** Whether the bytes of the file cannot be told from its content: other ones could say the same. */
  readonly isPacked: boolean;
  /** The encoding that the file is in. */
  readonly findEncoding: () => Promise<EncodingName>;
  /** The format of the file; its blocks may have another one. */
  readonly fileFormat: FormatName;
  /**
   * An output that takes the cleaned blocks and hands them on to another one in the form of the file: in its encoding, in its
   * table.
   *
   * @throws {TapisError} ERR_INPUT_* when the file must be looked into and cannot be.
   */
  formOutput(output: Output): Promise<Output>;
}

/** A file as a source; nothing is read yet. Packed files are unpacked by their name. */
export function fileSource(path: string, { format, options, encoding }: FileReading): FileSource {
  if (format === "parquet") {
    const column = options.textKey;
    return {
      ...parquetSource(path, column),
      fileFormat: format,
      cleanedName: path,
      isNewForm: false,
      isPacked: true,
      findEncoding: async () => "utf-8",
      async formOutput(output) {
        const { openParquetOutput } = await import("./parquet-output.ts");
        return openParquetOutput({ path, column }, output);
      },
    };
  }
  let known = encoding;
  const findEncoding = async (): Promise<EncodingName> => {
    known ??= encodingByMark(await readHead(path, 2));
    return known;
  };
  async function* read(offset: number): AsyncGenerator<Uint8Array> {
    const found = await findEncoding();
    if (found === "utf-8") yield* readChunks(path, offset);
    else yield* skipBytes(convertChunks(readChunks(path), found), offset);
  }
  return encodedSource({ name: path, format, options }, read, findEncoding);
}

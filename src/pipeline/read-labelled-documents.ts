import {
  type LabelledDocument,
  parseLabelledDocument,
} from "../core/evaluate/labelled-document.ts";
import { decodeUtf8 } from "../formats/decode-utf8.ts";
import { readChunks } from "../io/read-file.ts";
import { readLines } from "../formats/read-lines.ts";

/**
 * Reads labelled documents from a JSON Lines file, gzipped when its name ends in `.gz`; lines of white space hold none. A
 * document that names no source belongs to that of the file's name.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ, ERR_INPUT_ENCODING; ERR_DOCUMENT_FORMAT with file and line.
 */
export async function* readLabelledDocuments(path: string): AsyncGenerator<LabelledDocument> {
  const name = path.replace(/^.*[/\\]/, "");
  const source = name.replace(/\.(?:jsonl|ndjson)(?:\.gz)?$/i, "");
  let line = 0;
  for await (const bytes of readLines(readChunks(path), path)) {
    line++;
    const json = decodeUtf8(bytes, { name: path, line }).trim();
    if (json !== "") {
      yield parseLabelledDocument(json, { place: `${path}:${line}`, source });
    }
  }
}

import { type ErrorCode, TapisError } from "../errors.ts";
import type { Block, Part } from "../formats/block.ts";
import type { Format } from "../formats/format.ts";
import { loadFormat } from "../formats/load-format.ts";
import type { SourceDocument } from "../formats/source-document.ts";
import type { Origin, Source } from "./source.ts";

/** What every part of a source has, whatever is in it. */
interface Place {
  /** The source's name. */
  readonly name: string;
  /** Line or record number from 1; `undefined` when the whole file is one document. */
  readonly line: number | undefined;
  /** The part as it stood in the source. */
  readonly bytes: Uint8Array;
}

/** A part with a document in it. */
export interface DocumentEntry extends Place {
  readonly kind: "document";
  readonly document: SourceDocument;
}

/** A part with nothing in it, such as a blank line. */
export interface BlankEntry extends Place {
  readonly kind: "blank";
}

/** A part that should hold a document and cannot be read. */
export interface RejectedEntry extends Place {
  readonly kind: "rejected";
  readonly code: ErrorCode;
  /** Whether it stays in every output, because nothing in it is wrong but that it is too much. */
  readonly stays?: boolean;
  /** Says where the part stands and what is wrong with it. */
  readonly message: string;
}

/** A part of a source. */
export type Entry = DocumentEntry | BlankEntry | RejectedEntry;

const REJECTING: ReadonlySet<ErrorCode> = new Set(["ERR_INPUT_ENCODING", "ERR_RECORD_FORMAT"]);

/**
 * Reads a source part by part, in order. A part that is not what its format promises comes out as
 * rejected; the reading goes on.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when the source itself cannot be read.
 */
export async function* readDocuments(source: Source): AsyncGenerator<Entry> {
  const format = await loadFormat(source.format);
  for await (const block of source.blocks()) {
    for (const part of format.parts(block)) yield await readPart({ source, format, block, part });
  }
}

/** A part of a block of a source. */
export interface PartOfBlock {
  readonly source: Pick<Origin, "name" | "options">;
  readonly format: Format;
  readonly block: Block;
  readonly part: Part;
}

/** Finds the document in a part of a source. A part that is not what its format promises comes out as rejected. */
export async function readPart({ source, format, block, part }: PartOfBlock): Promise<Entry> {
  const { name, options } = source;
  const { line } = part;
  const bytes = block.bytes.subarray(part.start, part.end);
  try {
    const piece = { bytes, name, line: line ?? 1, head: block.start.head, options };
    const document = await format.parse(piece);
    return document === undefined
      ? { kind: "blank", name, line, bytes }
      : { kind: "document", name, line, bytes, document };
  } catch (error) {
    if (!(error instanceof TapisError) || !REJECTING.has(error.code)) throw error;
    return { kind: "rejected", name, line, bytes, code: error.code, message: error.message };
  }
}

import type { Cleaner } from "../core/clean/cleaner.ts";
import { findFormat } from "../formats/format.ts";
import type { FormatName } from "../formats/format-names.ts";
import { type LineSpan, lineSpans } from "../io/line-spans.ts";
import { cleanEntry } from "./clean-entry.ts";
import type { CleanTally } from "./clean-tally.ts";
import { readPart } from "./read-documents.ts";
import { formatCuts, formatReject } from "./side-records.ts";

const NOTHING = new Uint8Array();

/** Whole lines of a source, or all of it when that is one document. Can be sent to another thread. */
export interface SourceBlock {
  /** The source's name in messages and records. */
  readonly name: string;
  readonly format: FormatName;
  /** Dotted path of the field that holds the text, for formats that have fields. */
  readonly textKey: string;
  /** Number of the first line, from 1; `undefined` when the whole file is one document. */
  readonly firstLine: number | undefined;
  readonly bytes: Uint8Array;
  /** Whether parts that cannot be read stay in the output. */
  readonly keepsRejected: boolean;
}

/** A block without its spam, and what there is to tell of it. Can be sent to another thread. */
export interface CleanedBlock {
  /**
   * What goes to the output: the very bytes of the block when nothing in it changes, else bytes that are alone in their
   * buffer.
   */
  readonly bytes: Uint8Array;
  /** Whether anything was cut out of a document. */
  readonly hasCuts: boolean;
  /** A JSON Lines record for each cut, in order. */
  readonly removed: string;
  /** A JSON Lines record for each part that could not be read, in order. */
  readonly rejects: string;
  /** What is wrong with each of those parts, in order. */
  readonly warnings: readonly string[];
  readonly tally: CleanTally;
}

/** A part of a block, half-open, that is replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/**
 * Cleans the documents in a block. Parts keep their order; blank parts and documents without spam keep their bytes. Documents
 * do not depend on one another, so that a source may be divided into blocks anywhere between two lines.
 *
 * @throws {TapisError} ERR_INPUT_READ when a line is longer than a string may be.
 */
export function cleanBlock(block: SourceBlock, cleaner: Cleaner): CleanedBlock {
  const { name, textKey, bytes } = block;
  const source = { name, textKey, format: findFormat(block.format) };
  const edits: Edit[] = [];
  const warnings: string[] = [];
  let hasCuts = false;
  let removed = "";
  let rejects = "";
  let documents = 0;
  let paragraphs = 0;
  let cut = 0;
  for (const { line, start, end } of partsOf(block)) {
    const part = readPart({ source, line, bytes: bytes.subarray(start, end) });
    const entry = cleanEntry(part, cleaner);
    if (entry.kind === "blank") continue;
    if (entry.kind === "rejected") {
      warnings.push(entry.message);
      rejects += formatReject(entry);
      if (!block.keepsRejected) edits.push({ start, end, bytes: NOTHING });
      continue;
    }
    const { document, result } = entry;
    documents += 1;
    paragraphs += result.paragraphCount;
    if (result.cuts.length === 0) continue;
    hasCuts = true;
    removed += formatCuts(entry);
    for (const { verdict } of result.paragraphs) if (verdict === "cut") cut += 1;
    edits.push({ start, end, bytes: Buffer.from(document.rewrite(result)) });
  }
  const tally = { documents, paragraphs, cut, rejected: warnings.length };
  return { bytes: applyEdits(bytes, edits), hasCuts, removed, rejects, warnings, tally };
}

/** Where the parts of a block stand: its lines, each with its line feed, or all of it. */
function* partsOf({
  bytes,
  firstLine,
}: SourceBlock): Generator<LineSpan & { readonly line: number | undefined }> {
  if (firstLine === undefined) {
    yield { line: undefined, start: 0, end: bytes.length };
    return;
  }
  let line = firstLine;
  for (const { start, end } of lineSpans(bytes)) {
    yield { line, start, end };
    line += 1;
  }
}

/** The bytes with their edits, which are disjoint and in order; the bytes themselves when there is none. */
function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  let length = bytes.length;
  for (const edit of edits) length += edit.bytes.length - (edit.end - edit.start);
  const edited = new Uint8Array(length);
  let from = 0;
  let to = 0;
  for (const edit of edits) {
    edited.set(bytes.subarray(from, edit.start), to);
    to += edit.start - from;
    edited.set(edit.bytes, to);
    to += edit.bytes.length;
    from = edit.end;
  }
  edited.set(bytes.subarray(from), to);
  return edited;
}

import type { Block } from "../formats/block.ts";
import { createSha256, type Sha256 } from "../io/sha-256.ts";
import { readRawChunks } from "../io/read-file.ts";
import type { Change } from "./block-edits.ts";
import type { CleanedBlock } from "./clean-block.ts";
import type { ReachedEntry } from "./ledger-schema.ts";
import { type FileRecord, formatRestoreRecord } from "./restore-records.ts";

/** An input that is to be restored one day. */
export interface RestorableInput extends FileRecord {
  /** Where it lies. */
  readonly path: string;
}

/** Longer runs of bytes are recorded in pieces. */
const PIECE_BYTES = 192 * 1024;

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Records what became of one input, block by block, so that it can be rebuilt. */
export class RemovalRecorder {
  readonly #input: RestorableInput;
  readonly #hash: Sha256 = createSha256();
  /** Bytes of the cleaned file, as UTF-8, before the next block. */
  #cleanedBytes = 0;
  #hasChanged = false;

  constructor(input: RestorableInput) {
    this.#input = input;
  }

  /** The record that comes first. */
  start(): string {
    const { name, cleaned, from, encoding, cleanedEncoding } = this.#input;
    return formatRestoreRecord({ file: { name, cleaned, from, encoding, cleanedEncoding } });
  }

  /** Goes on where an earlier run had come to, whose records are there: the blocks before are looked at once more. */
  async continueBehind(
    blocks: AsyncIterable<Block>,
    { start, outputBytes }: Pick<ReachedEntry, "start" | "outputBytes">,
  ): Promise<void> {
    this.#cleanedBytes = outputBytes;
    if (this.#input.from === "bytes") return;
    for await (const block of blocks) {
      const left = start.offset - block.start.offset;
      if (left <= 0) break;
      this.#hash.update(block.bytes.subarray(0, left));
    }
  }

  /**
   * The records of a block, those about its cuts among them: whatever belongs to a document stands together, so that it does not matter
   * where blocks begin.
   */
  add(original: Uint8Array, { bytes, removed, changes, isChanged }: CleanedBlock): string {
    if (isChanged) this.#hasChanged = true;
    if (this.#input.from === "bytes") return removed;
    this.#hash.update(original);
    let records = "";
    let from = 0;
    for (const change of changes) {
      records += removed.slice(from, change.removedLength);
      records += recordsOf(change, this.#cleanedBytes).join("");
      from = change.removedLength;
    }
    this.#cleanedBytes += bytes.length;
    return records + removed.slice(from);
  }

  /** The records that come last; the input must be as it was. */
  async *finish(): AsyncGenerator<string> {
    const { from, path } = this.#input;
    if (from === "bytes") {
      for await (const chunk of readRawChunks(path)) {
        this.#hash.update(chunk);
        if (!this.#hasChanged) continue;
        for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
          const piece = Buffer.from(chunk.subarray(at, at + PIECE_BYTES));
          yield formatRestoreRecord({ original: piece.toString("base64") });
        }
      }
    }
    yield formatRestoreRecord({ end: { sha256: this.#hash.digest() } });
  }
}

function recordsOf({ at, length, was }: Change, shift: number): string[] {
  const records: string[] = [];
  for (let from = 0; from < was.length || from === 0; from += PIECE_BYTES) {
    const piece = was.subarray(from, from + PIECE_BYTES);
    // All pieces but the first come behind what was changed.
    const place = from === 0 ? { at: at + shift, length } : { at: at + shift + length, length: 0 };
    records.push(formatRestoreRecord({ change: { ...place, ...formatBytes(piece) } }));
  }
  return records;
}

function formatBytes(bytes: Uint8Array): { readonly was: string } | { readonly wasBase64: string } {
  try {
    return { was: STRICT.decode(bytes) };
  } catch {
    return { wasBase64: Buffer.from(bytes).toString("base64") };
  }
}

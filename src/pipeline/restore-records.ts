import type { EncodingName } from "../formats/encoding/encoding.ts";

/** What stands in the file of cuts, beside the cuts, so that inputs can be rebuilt from their cleaned files. */
export type RestoreRecord =
  | { readonly file: FileRecord }
  | { readonly change: ChangeRecord }
  | { readonly original: string }
  | { readonly end: EndRecord };

/** The start of what there is of an input. */
export interface FileRecord {
  /** Its path below the folder that all inputs are in, with `/` between folders. */
  readonly name: string;
  /** That of its cleaned file below the folder of those. */
  readonly cleaned: string;
  /**
   * How it is rebuilt: by changing the cleaned file back, as UTF-8; or from its bytes, which follow if its cleaned file does not have
   * the same.
   */
  readonly from: "changes" | "bytes";
  readonly encoding: EncodingName;
  /** The encoding of the cleaned file. */
  readonly cleanedEncoding: EncodingName;
}

/** At byte `at` of the cleaned file, as UTF-8, `length` bytes take the place of what was there. */
export interface ChangeRecord {
  readonly at: number;
  readonly length: number;
  readonly was?: string;
  /** The same in base 64, where it is not UTF-8. */
  readonly wasBase64?: string;
}

/** The end of what there is of an input. */
export interface EndRecord {
  /** SHA-256 of the input, in hexadecimal: as UTF-8 where it is rebuilt from changes, else of its bytes. */
  readonly sha256: string;
}

/** A record as a line of JSON. */
export function formatRestoreRecord(record: RestoreRecord): string {
  return `${JSON.stringify(record)}\n`;
}

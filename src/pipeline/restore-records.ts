import { z } from "zod";
import { ENCODING_NAMES, type EncodingName } from "../formats/encoding/encoding.ts";

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

const COUNT = z.int().min(0);

/** A path that leads to nowhere but below the folder that it is put into. */
const SAFE_PATH = z.string().refine(isSafePath, "must be a path below the folder");

/** How a line of the file of cuts is checked; `document` is what lines about cuts have, which are left aside. */
export const RESTORE_RECORD: z.ZodType<RestoreRecord | { readonly document: unknown }> = z.union([
  z.object({ document: z.unknown().refine((value) => value !== undefined) }),
  z.strictObject({
    change: z.strictObject({
      at: COUNT,
      length: COUNT,
      was: z.string().exactOptional(),
      wasBase64: z.base64().exactOptional(),
    }),
  }),
  z.strictObject({
    file: z.strictObject({
      name: SAFE_PATH,
      cleaned: SAFE_PATH,
      from: z.enum(["changes", "bytes"]),
      encoding: z.enum(ENCODING_NAMES),
      cleanedEncoding: z.enum(ENCODING_NAMES),
    }),
  }),
  z.strictObject({ original: z.base64() }),
  z.strictObject({ end: z.strictObject({ sha256: z.string().regex(/^[\da-f]{64}$/) }) }),
]);

function isSafePath(path: string): boolean {
  const steps = path.split("/");
  return !/[\\\0]|^[A-Za-z]:/.test(path) && steps.every((step) => !["", ".", ".."].includes(step));
}

/** A record as a line of JSON. */
export function formatRestoreRecord(record: RestoreRecord): string {
  return `${JSON.stringify(record)}\n`;
}

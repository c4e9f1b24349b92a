import * as z from "zod/mini";
import { ENCODING_NAMES } from "../formats/encoding/encoding.ts";
import type { RestoreRecord } from "./restore-records.ts";

const COUNT = z.int().check(z.minimum(0));

/** A path that leads to nowhere but below the folder that it is put into. */
const SAFE_PATH = z.string().check(z.refine(isSafePath, "must be a path below the folder"));

/** How a line of the file of cuts is checked; `document` is what lines about cuts have, which are left aside. */
export const RESTORE_RECORD: z.ZodMiniType<RestoreRecord | { readonly document: unknown }> =
  z.union([
    z.object({ document: z.unknown().check(z.refine((value) => value !== undefined)) }),
    z.strictObject({
      change: z.strictObject({
        at: COUNT,
        length: COUNT,
        was: z.exactOptional(z.string()),
        wasBase64: z.exactOptional(z.base64()),
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
    z.strictObject({ end: z.strictObject({ sha256: z.string().check(z.regex(/^[\da-f]{64}$/)) }) }),
  ]);

function isSafePath(path: string): boolean {
  const steps = path.split("/");
  return !/[\\\0]|^[A-Za-z]:/.test(path) && steps.every((step) => !["", ".", ".."].includes(step));
}

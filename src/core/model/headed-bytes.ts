import * as z from "zod/mini";
import { type ErrorCode, TapisError } from "../../errors.ts";
import { check } from "../check.ts";

/** What a file of training data should be, for errors. */
export interface HeadedFormat {
  readonly code: ErrorCode;
  /** Name of the file. */
  readonly place: string;
  /** What it should hold, such as "packed evidence". */
  readonly content: string;
}

/** Bytes that begin with a line of JSON. */
export function joinHeaded(
  header: object,
  parts: readonly (Uint8Array | Int8Array)[],
): Uint8Array<ArrayBuffer> {
  const start = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, start.length));
  bytes.set(start);
  let at = start.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Parts what {@link joinHeaded} joined, and checks the header.
 *
 * @throws {TapisError} with the format's code, when there is no line of JSON or it does not keep to the schema.
 */
export function splitHeaded<T>(
  bytes: Uint8Array,
  schema: z.ZodMiniType<T>,
  { code, place, content }: HeadedFormat,
): { header: T; body: Uint8Array } {
  const lineEnd = bytes.indexOf(10);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, lineEnd))));
  } catch (cause) {
    throw new TapisError(code, `${place}: is not ${content} (no JSON header)`, { cause });
  }
  const header = check(schema, value);
  if (!header.success) {
    throw new TapisError(code, `${place}: ${z.prettifyError(header.error)}`);
  }
  return { header: header.data, body: bytes.subarray(lineEnd + 1) };
}

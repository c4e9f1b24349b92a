/** Tells apart what a model may be given as; also when it was made in another realm, such as that of a test or of a frame. */
import type { Model } from "../core/model/model.ts";

/** A model, or where it is. */
export type LocatedModel =
  | { readonly kind: "location"; readonly location: string | URL }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "model"; readonly model: Model };

/** What a value is as a model; undefined when it is none. */
export function asModelSource(value: unknown): LocatedModel | undefined {
  if (typeof value === "string") {
    return value === "" ? undefined : { kind: "location", location: value };
  }
  if (isUrl(value)) return { kind: "location", location: value };
  if (value instanceof Uint8Array) return { kind: "bytes", bytes: value };
  if (ArrayBuffer.isView(value)) {
    return {
      kind: "bytes",
      bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
    };
  }
  if (isBuffer(value)) return { kind: "bytes", bytes: new Uint8Array(value) };
  return isModel(value) ? { kind: "model", model: value } : undefined;
}

function isUrl(value: unknown): value is URL {
  return value instanceof URL || tagOf(value) === "[object URL]";
}

function isBuffer(value: unknown): value is ArrayBufferLike {
  return tagOf(value) === "[object ArrayBuffer]" || tagOf(value) === "[object SharedArrayBuffer]";
}

/** Whether a value looks like what `parseModel` gives: nothing else makes models. */
export function isModel(value: unknown): value is Model {
  return (
    typeof value === "object" &&
    value !== null &&
    "words" in value &&
    "combination" in value &&
    "threshold" in value &&
    "unsure" in value
  );
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

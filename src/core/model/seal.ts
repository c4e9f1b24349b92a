import { TapisError } from "../../errors.ts";
import { xxHash32 } from "./xxhash32.ts";
import { SECTION_ALIGNMENT } from "./payload.ts";

/** The two parts of a model file. */
export interface ModelParts {
  /** What the model is, as JSON. */
  readonly header: string;
  /** The numbers, at a multiple of eight bytes in their buffer. */
  readonly payload: Uint8Array;
}

/** The first bytes of a model file, of every version. */
const MAGIC = "TAPIS model\n";
const CHECKSUM_AT = MAGIC.length;
const LENGTH_AT = CHECKSUM_AT + 4;
const HEADER_AT = LENGTH_AT + 4;

/**
 * Puts the parts of a model file together: a line that says what it is; in four bytes each, little endian, the xxHash of all
 * that follows it, and the length of the header; the header; and the payload, at a multiple of eight bytes.
 */
export function sealModel({ header, payload }: ModelParts): Uint8Array<ArrayBuffer> {
  const headerBytes = new TextEncoder().encode(header);
  const payloadAt = payloadStart(headerBytes.length);
  const bytes = new Uint8Array(payloadAt + payload.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(LENGTH_AT, headerBytes.length, true);
  bytes.set(headerBytes, HEADER_AT);
  bytes.set(payload, payloadAt);
  view.setUint32(CHECKSUM_AT, xxHash32(bytes.subarray(LENGTH_AT)), true);
  return bytes;
}

/**
 * Takes a model file apart.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when it does not begin as one does; ERR_MODEL_CHECKSUM when it was damaged.
 */
export function unsealModel(bytes: Uint8Array): ModelParts {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < HEADER_AT) {
    throw new TapisError("ERR_MODEL_FORMAT", "model: this is not a Tapis model file");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (xxHash32(bytes.subarray(LENGTH_AT)) !== view.getUint32(CHECKSUM_AT, true)) {
    throw new TapisError(
      "ERR_MODEL_CHECKSUM",
      "model: the file is damaged (its checksum differs); install or train it again",
    );
  }
  const length = view.getUint32(LENGTH_AT, true);
  return {
    header: new TextDecoder().decode(bytes.subarray(HEADER_AT, HEADER_AT + length)),
    payload: aligned(bytes.subarray(payloadStart(length))),
  };
}

/** The bytes, copied if they are a part of others that begins where numbers cannot. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % SECTION_ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
}

function payloadStart(headerLength: number): number {
  return Math.ceil((HEADER_AT + headerLength) / SECTION_ALIGNMENT) * SECTION_ALIGNMENT;
}

import { TapisError } from "../../errors.ts";
import { xxHash32 } from "./xxhash32.ts";
import { SECTION_ALIGNMENT } from "./payload.ts";

/** What a model file is put together of. */
export interface ModelParts {
  /** What the model is, as JSON. */
  readonly header: string;
  /** The numbers that every document needs, at a multiple of eight bytes in their buffer. */
  readonly payload: Uint8Array;
  /** The numbers that few need, placed in the same way. */
  readonly later: Uint8Array;
}

/** The parts of a model file that was opened; of what few documents need the damage is found when it is asked for. */
export interface UnsealedModel extends Omit<ModelParts, "later"> {
  /** @throws {TapisError} ERR_MODEL_CHECKSUM when it was damaged. */
  readonly later: () => Uint8Array;
}

/** The first bytes of a model file, of every version. */
const MAGIC = "TAPIS model\n";
const CHECKSUM_AT = MAGIC.length;
const HEADER_LENGTH_AT = CHECKSUM_AT + 4;
const PAYLOAD_LENGTH_AT = HEADER_LENGTH_AT + 4;
const LATER_CHECKSUM_AT = PAYLOAD_LENGTH_AT + 4;
const HEADER_AT = LATER_CHECKSUM_AT + 4;

/** Number of bytes at the beginning of a model file that tell where its parts lie. */
export const SEAL_LENGTH: number = HEADER_AT;

/**
 * Puts the parts of a model file together: a line that says what it is; in four bytes each, little endian, the xxHash of all
 * that follows it up to the end of the payload, the lengths of the header and of the payload, and the xxHash of what is read
 * later; then the header, the payload, and that, the last two at multiples of eight bytes.
 */
export function sealModel({ header, payload, later }: ModelParts): Uint8Array<ArrayBuffer> {
  const headerBytes = new TextEncoder().encode(header);
  const payloadAt = alignedAt(HEADER_AT + headerBytes.length);
  const laterAt = alignedAt(payloadAt + payload.length);
  const bytes = new Uint8Array(laterAt + later.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(HEADER_LENGTH_AT, headerBytes.length, true);
  view.setUint32(PAYLOAD_LENGTH_AT, payload.length, true);
  view.setUint32(LATER_CHECKSUM_AT, xxHash32(later), true);
  bytes.set(headerBytes, HEADER_AT);
  bytes.set(payload, payloadAt);
  bytes.set(later, laterAt);
  view.setUint32(CHECKSUM_AT, xxHash32(bytes.subarray(HEADER_LENGTH_AT, laterAt)), true);
  return bytes;
}

/** Where the parts of a model file lie, in bytes, by the first {@link SEAL_LENGTH} of it. */
interface Places {
  readonly headerEnd: number;
  readonly payload: number;
  readonly payloadEnd: number;
  readonly later: number;
}

/** @throws {TapisError} ERR_MODEL_FORMAT when the file does not begin as a model file does. */
function placesIn(bytes: Uint8Array): Places {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < SEAL_LENGTH) {
    throw new TapisError("ERR_MODEL_FORMAT", "model: this is not a Tapis model file");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const headerEnd = HEADER_AT + view.getUint32(HEADER_LENGTH_AT, true);
  const payload = alignedAt(headerEnd);
  const payloadEnd = payload + view.getUint32(PAYLOAD_LENGTH_AT, true);
  return { headerEnd, payload, payloadEnd, later: alignedAt(payloadEnd) };
}

/**
 * Number of bytes of a model file that every document needs, by the first {@link SEAL_LENGTH} of it.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when it does not begin as one does.
 */
export function lengthNeededFirst(bytes: Uint8Array): number {
  return placesIn(bytes).later;
}

/**
 * Takes a model file apart: the bytes of it, at least {@link lengthNeededFirst}, and what reads the rest.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when it does not begin as one does; ERR_MODEL_CHECKSUM when it was damaged.
 */
export function unsealModel(bytes: Uint8Array, readRest?: () => Uint8Array): UnsealedModel {
  const at = placesIn(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  checkSum(bytes.subarray(HEADER_LENGTH_AT, at.later), view.getUint32(CHECKSUM_AT, true));
  return {
    header: new TextDecoder().decode(bytes.subarray(HEADER_AT, at.headerEnd)),
    payload: aligned(bytes.subarray(at.payload, at.payloadEnd)),
    later: () => {
      const later = readRest?.() ?? bytes.subarray(at.later);
      checkSum(later, view.getUint32(LATER_CHECKSUM_AT, true));
      return aligned(later);
    },
  };
}

function checkSum(bytes: Uint8Array, checksum: number): void {
  if (xxHash32(bytes) !== checksum) {
    throw new TapisError(
      "ERR_MODEL_CHECKSUM",
      "model: the file is damaged (its checksum differs); install or train it again",
    );
  }
}

/** The bytes, copied if they are a part of others that begins where numbers cannot. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % SECTION_ALIGNMENT === 0
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : new Uint8Array(bytes);
}

function alignedAt(offset: number): number {
  return Math.ceil(offset / SECTION_ALIGNMENT) * SECTION_ALIGNMENT;
}

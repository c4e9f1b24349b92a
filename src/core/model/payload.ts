import { TapisError } from "../../errors.ts";

/** Where some numbers lie in the payload of a model file, in bytes. */
export interface Section {
  readonly start: number;
  readonly length: number;
}

/** Numbers of one kind, as a section holds them. */
type Numbers = Int8Array | Uint8Array | Uint32Array | Int16Array | Float32Array;

/** Every section begins at a multiple of this, so that it can be read as numbers of any kind. */
export const SECTION_ALIGNMENT = 8;

/** Collects numbers one section after the other. */
export class PayloadWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** Adds some numbers and tells where they lie. */
  add(numbers: Numbers): Section {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    const section = { start: this.#length, length: bytes.length };
    const padding = -bytes.length & (SECTION_ALIGNMENT - 1);
    this.#parts.push(bytes, new Uint8Array(padding));
    this.#length += bytes.length + padding;
    return section;
  }

  /** All that was added. */
  bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

/**
 * Takes sections out of a payload as numbers, without a copy.
 *
 * Its methods throw ERR_MODEL_FORMAT for a section that is not in the payload or holds another number of numbers.
 */
export class PayloadReader {
  readonly #body: Uint8Array;

  /** `body` must begin at a multiple of {@link SECTION_ALIGNMENT} in its buffer. */
  constructor(body: Uint8Array) {
    this.#body = body;
  }

  /** A section as bytes. */
  bytes({ start, length }: Section): Uint8Array {
    if (start + length > this.#body.length) {
      throw new TapisError(
        "ERR_MODEL_FORMAT",
        "model: the file ends too early; install or train it again",
      );
    }
    return this.#body.subarray(start, start + length);
  }

  /** A section of `count` whole numbers of 8 bits, signed. */
  int8(section: Section, count: number): Int8Array {
    return new Int8Array(this.#body.buffer, ...this.#place(section, count, 1));
  }

  /** A section of `count` whole numbers of 32 bits. */
  uint32(section: Section, count: number): Uint32Array {
    return new Uint32Array(this.#body.buffer, ...this.#place(section, count, 4));
  }

  /** A section of `count` whole numbers of 16 bits, signed. */
  int16(section: Section, count: number): Int16Array {
    return new Int16Array(this.#body.buffer, ...this.#place(section, count, 2));
  }

  /** A section of `count` floating-point numbers of 32 bits. */
  float32(section: Section, count: number): Float32Array {
    return new Float32Array(this.#body.buffer, ...this.#place(section, count, 4));
  }

  #place(section: Section, count: number, width: number): [start: number, count: number] {
    const { byteOffset, byteLength } = this.bytes(section);
    if (byteLength !== count * width || byteOffset % width !== 0) {
      throw new TapisError(
        "ERR_MODEL_FORMAT",
        "model: a section of the file has another length than the header says",
      );
    }
    return [byteOffset, count];
  }
}

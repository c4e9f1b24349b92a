/**
 * Thrift's compact protocol, as far as a Parquet footer needs it: read without losing anything, also of fields that are not known,
 * and written again to the same bytes.
 *
 * Source: Apache Thrift, *Thrift Compact protocol encoding*, doc/specs/thrift-compact-protocol.md.
 */

/** A struct: its fields in order. */
export type ThriftStruct = readonly ThriftField[];

/** A field of a struct. */
export interface ThriftField {
  readonly id: number;
  readonly type: number;
  readonly value: ThriftValue;
}

/** A value; of numbers with a fraction, the eight bytes. */
export type ThriftValue =
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "list"; readonly type: number; readonly items: readonly ThriftValue[] }
  | { readonly kind: "map"; readonly types: number; readonly entries: readonly ThriftValue[] }
  | { readonly kind: "struct"; readonly fields: ThriftStruct };

/** Types of the protocol that Tapis writes itself. */
export const THRIFT_I32 = 5;
/** A long integer. */
export const THRIFT_I64 = 6;
/** A list. */
export const THRIFT_LIST = 9;

const TRUE = 1;
const FALSE = 2;
const I8 = 3;
const DOUBLE = 7;
const BINARY = 8;
const SET = 10;
const MAP = 11;
const STRUCT = 12;
const MOST_DEPTH = 64;

/**
 * Reads the struct that the bytes begin with.
 *
 * @throws {RangeError} when they do not hold one.
 */
export function parseThrift(bytes: Uint8Array): ThriftStruct {
  const reader = new ThriftReader(bytes);
  return reader.struct(0);
}

/** Writes a struct. */
export function formatThrift(struct: ThriftStruct): Uint8Array {
  const bytes: number[] = [];
  writeStruct(struct, bytes);
  return Uint8Array.from(bytes);
}

class ThriftReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  struct(depth: number): ThriftStruct {
    if (depth > MOST_DEPTH) throw new RangeError("parseThrift: structs are nested too deep");
    const fields: ThriftField[] = [];
    let id = 0;
    for (let head = this.#byte(); head !== 0; head = this.#byte()) {
      const type = head & 15;
      const step = head >> 4;
      id = step === 0 ? Number(unzigzag(this.#varint())) : id + step;
      const isBoolean = type === TRUE || type === FALSE;
      const value: ThriftValue = isBoolean
        ? { kind: "boolean", value: type === TRUE }
        : this.#value(type, depth);
      fields.push({ id, type, value });
    }
    return fields;
  }

  #value(type: number, depth: number): ThriftValue {
    switch (type) {
      case TRUE:
      case FALSE:
        return { kind: "boolean", value: this.#byte() === TRUE };
      case I8:
        return { kind: "integer", value: BigInt(this.#byte()) };
      case I8 + 1:
      case THRIFT_I32:
      case THRIFT_I64:
        return { kind: "integer", value: unzigzag(this.#varint()) };
      case DOUBLE:
        return { kind: "bytes", value: this.#take(8) };
      case BINARY:
        return { kind: "bytes", value: this.#take(Number(this.#varint())) };
      case THRIFT_LIST:
      case SET:
        return this.#list(depth);
      case MAP:
        return this.#map(depth);
      case STRUCT:
        return { kind: "struct", fields: this.struct(depth + 1) };
      default:
        throw new RangeError(`parseThrift: type ${type} is not known`);
    }
  }

  #list(depth: number): ThriftValue {
    const head = this.#byte();
    const type = head & 15;
    const size = head >> 4 === 15 ? Number(this.#varint()) : head >> 4;
    const items: ThriftValue[] = [];
    while (items.length < size) items.push(this.#value(type, depth));
    return { kind: "list", type, items };
  }

  #map(depth: number): ThriftValue {
    const size = Number(this.#varint());
    const types = size === 0 ? 0 : this.#byte();
    const entries: ThriftValue[] = [];
    while (entries.length < 2 * size) {
      entries.push(this.#value(types >> 4, depth), this.#value(types & 15, depth));
    }
    return { kind: "map", types, entries };
  }

  #take(byteCount: number): Uint8Array {
    const end = this.#at + byteCount;
    if (end > this.#bytes.length) throw new RangeError("parseThrift: the bytes end too early");
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #byte(): number {
    return this.#take(1)[0] ?? 0;
  }

  #varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new RangeError("parseThrift: an integer is too long");
  }
}

function unzigzag(value: bigint): bigint {
  return (value >> 1n) ^ -(value & 1n);
}

function writeStruct(struct: ThriftStruct, bytes: number[]): void {
  let last = 0;
  for (const { id, type, value } of struct) {
    const written = value.kind === "boolean" ? (value.value ? TRUE : FALSE) : type;
    const step = id - last;
    if (step > 0 && step < 16) {
      bytes.push((step << 4) | written);
    } else {
      bytes.push(written);
      writeVarint(zigzag(BigInt(id)), bytes);
    }
    if (value.kind !== "boolean") writeValue(value, type, bytes);
    last = id;
  }
  bytes.push(0);
}

function writeValue(value: ThriftValue, type: number, bytes: number[]): void {
  switch (value.kind) {
    case "boolean":
      bytes.push(value.value ? TRUE : FALSE);
      break;
    case "integer":
      if (type === I8) bytes.push(Number(value.value));
      else writeVarint(zigzag(value.value), bytes);
      break;
    case "bytes":
      if (type === BINARY) writeVarint(BigInt(value.value.length), bytes);
      for (const byte of value.value) bytes.push(byte);
      break;
    case "list":
      bytes.push((Math.min(15, value.items.length) << 4) | value.type);
      if (value.items.length >= 15) writeVarint(BigInt(value.items.length), bytes);
      for (const item of value.items) writeValue(item, value.type, bytes);
      break;
    case "map":
      writeVarint(BigInt(value.entries.length / 2), bytes);
      if (value.entries.length > 0) bytes.push(value.types);
      for (const [index, entry] of value.entries.entries()) {
        writeValue(entry, index % 2 === 0 ? value.types >> 4 : value.types & 15, bytes);
      }
      break;
    case "struct":
      writeStruct(value.fields, bytes);
      break;
  }
}

function zigzag(value: bigint): bigint {
  return value >= 0n ? value << 1n : (-value << 1n) - 1n;
}

function writeVarint(value: bigint, bytes: number[]): void {
  let rest = value;
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
}

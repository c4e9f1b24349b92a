import {
  formatThrift,
  parseThrift,
  THRIFT_I32,
  THRIFT_I64,
  THRIFT_LIST,
  type ThriftField,
  type ThriftStruct,
  type ThriftValue,
} from "./thrift.ts";

/**
 * Numbers of the fields of a footer that change when column chunks move or are written anew.
 *
 * Source: Apache Parquet, *parquet-format*, src/main/thrift/parquet.thrift.
 */
const ROW_GROUPS = 4;
const GROUP = { columns: 1, totalBytes: 2, sorting: 4, offset: 5, compressedBytes: 6 } as const;
const CHUNK = { offset: 2, data: 3, indexes: [4, 5, 6, 7] } as const;
const DATA = {
  encodings: 2,
  codec: 4,
  values: 5,
  uncompressedBytes: 6,
  compressedBytes: 7,
  dataOffset: 9,
  indexOffset: 10,
  dictionaryOffset: 11,
  /** Statistics, those of the encodings, Bloom filters, statistics of sizes. */
  others: [12, 13, 14, 15, 16],
  filters: [14, 15],
} as const;

/** What a column chunk that was written anew is like; encodings and codec by their numbers in the format. */
export interface NewChunk {
  readonly encodings: readonly number[];
  readonly codec: number;
  readonly values: bigint;
  readonly uncompressedBytes: bigint;
  readonly compressedBytes: bigint;
  readonly dataOffset: bigint;
  readonly dictionaryOffset: bigint | undefined;
}

/** Where the column chunks of a row group stand now. */
export interface MovedGroup {
  /** Where the row group begins. */
  readonly offset: number;
  /** For each column, by how many bytes it has moved, or what it is like now. */
  readonly columns: readonly (bigint | NewChunk)[];
  /** Whether its rows may be out of order now. */
  readonly isSortingLost: boolean;
}

/**
 * A footer for row groups that have moved; all else in it stays as it is, whatever it is. Page indexes and Bloom filters, which did
 * not move along, are not mentioned any more.
 *
 * @param footer - The footer as it stands in the file, without its length and the magic number.
 * @throws {RangeError} when it is none.
 */
export function moveGroups(footer: Uint8Array, groups: readonly MovedGroup[]): Uint8Array {
  const file = parseThrift(footer);
  const old = listOf(file, ROW_GROUPS);
  const moved = old.map((group, index): ThriftValue => {
    const now = groups[index];
    if (group.kind !== "struct" || now === undefined) throw new RangeError("moveGroups: no group");
    return { kind: "struct", fields: moveGroup(group.fields, now) };
  });
  return formatThrift(
    file.map((field) => (field.id === ROW_GROUPS ? withItems(field, moved) : field)),
  );
}

function moveGroup(
  group: ThriftStruct,
  { offset, columns, isSortingLost }: MovedGroup,
): ThriftStruct {
  let totalBytes = 0n;
  let compressedBytes = 0n;
  const chunks = listOf(group, GROUP.columns).map((chunk, index): ThriftValue => {
    const change = columns[index];
    if (chunk.kind !== "struct" || change === undefined)
      throw new RangeError("moveGroup: no chunk");
    const data = chunk.fields.find(({ id }) => id === CHUNK.data)?.value;
    if (data?.kind !== "struct")
      throw new RangeError("moveGroup: a chunk says nothing of its data");
    const fields =
      typeof change === "bigint" ? move(data.fields, change) : renew(data.fields, change);
    totalBytes += integerOf(fields, DATA.uncompressedBytes) ?? 0n;
    compressedBytes += integerOf(fields, DATA.compressedBytes) ?? 0n;
    const start = integerOf(fields, DATA.dictionaryOffset) ?? integerOf(fields, DATA.dataOffset);
    return {
      kind: "struct",
      fields: without(chunk.fields, CHUNK.indexes).map((field) => {
        if (field.id === CHUNK.offset) return withInteger(field, start ?? 0n);
        return field.id === CHUNK.data ? { ...field, value: { kind: "struct", fields } } : field;
      }),
    };
  });
  const kept = isSortingLost ? without(group, [GROUP.sorting]) : group;
  return kept.map((field) => {
    if (field.id === GROUP.columns) return withItems(field, chunks);
    if (field.id === GROUP.totalBytes) return withInteger(field, totalBytes);
    if (field.id === GROUP.offset) return withInteger(field, BigInt(offset));
    return field.id === GROUP.compressedBytes ? withInteger(field, compressedBytes) : field;
  });
}

function move(data: ThriftStruct, byBytes: bigint): ThriftStruct {
  const offsets: readonly number[] = [DATA.dataOffset, DATA.indexOffset, DATA.dictionaryOffset];
  return without(data, DATA.filters).map((field) => {
    if (!offsets.includes(field.id) || field.value.kind !== "integer") return field;
    // Some writers give 0 for none.
    return field.value.value > 0n ? withInteger(field, field.value.value + byBytes) : field;
  });
}

function renew(data: ThriftStruct, chunk: NewChunk): ThriftStruct {
  const integer = (id: number, value: bigint, type = THRIFT_I64): ThriftField => ({
    id,
    type,
    value: { kind: "integer", value },
  });
  const encodings = chunk.encodings.map((value): ThriftValue => ({
    kind: "integer",
    value: BigInt(value),
  }));
  const renewed: ThriftField[] = [
    {
      id: DATA.encodings,
      type: THRIFT_LIST,
      value: { kind: "list", type: THRIFT_I32, items: encodings },
    },
    integer(DATA.codec, BigInt(chunk.codec), THRIFT_I32),
    integer(DATA.values, chunk.values),
    integer(DATA.uncompressedBytes, chunk.uncompressedBytes),
    integer(DATA.compressedBytes, chunk.compressedBytes),
    integer(DATA.dataOffset, chunk.dataOffset),
    ...(chunk.dictionaryOffset === undefined
      ? []
      : [integer(DATA.dictionaryOffset, chunk.dictionaryOffset)]),
  ];
  const gone = [
    ...DATA.others,
    DATA.indexOffset,
    DATA.dictionaryOffset,
    ...renewed.map(({ id }) => id),
  ];
  return [...without(data, gone), ...renewed].toSorted((one, other) => one.id - other.id);
}

function listOf(struct: ThriftStruct, id: number): readonly ThriftValue[] {
  const value = struct.find((field) => field.id === id)?.value;
  return value?.kind === "list" ? value.items : [];
}

function integerOf(struct: ThriftStruct, id: number): bigint | undefined {
  const value = struct.find((field) => field.id === id)?.value;
  return value?.kind === "integer" ? value.value : undefined;
}

function withItems(field: ThriftField, items: readonly ThriftValue[]): ThriftField {
  const { value } = field;
  return value.kind === "list" ? { ...field, value: { ...value, items } } : field;
}

function withInteger(field: ThriftField, value: bigint): ThriftField {
  return { ...field, value: { kind: "integer", value } };
}

function without(struct: ThriftStruct, ids: readonly number[]): ThriftStruct {
  return struct.filter(({ id }) => !ids.includes(id));
}

import { z } from "zod";
import { TapisError } from "../../errors.ts";
import { UNIT_EVIDENCE, type UnitEvidence } from "./unit-evidence.ts";

/** Evidence of the units of many labelled documents, without their text: what the combination is fitted on. */
export interface EvidenceSet {
  /** One per document. */
  readonly documents: readonly EvidenceDocument[];
  /** 1 for each unit that is spam; the units of all documents one after the other. */
  readonly labels: Uint8Array;
  /** For each kind of evidence one number per unit. */
  readonly evidence: UnitEvidence;
}

/** One document of an evidence set. */
export interface EvidenceDocument {
  /** Number of its units. */
  readonly units: number;
  /** Which part of the sources it was composed from; its word counts came from the other parts. */
  readonly fold: number;
  readonly lang: string;
  readonly slice: string;
  readonly source: string;
}

const HEADER = z.strictObject({
  format: z.literal("tapis-evidence"),
  version: z.literal(1),
  documents: z.array(z.tuple([z.int().min(1), z.int().min(0), z.string(), z.string(), z.string()])),
  columns: z.array(
    z.strictObject({ name: z.enum(UNIT_EVIDENCE), levels: z.array(z.number()).max(256) }),
  ),
});

/**
 * Packs an evidence set: a line of JSON, then a byte per unit for the labels, then for each column a byte per unit, the
 * number of one of at most 256 levels of that column.
 */
export function formatEvidence(set: EvidenceSet): Uint8Array<ArrayBuffer> {
  const columns = UNIT_EVIDENCE.map((name) => {
    const levels = levelsOf(set.evidence[name]);
    return {
      name,
      levels,
      bytes: Uint8Array.from(set.evidence[name], (value) => nearestLevel(levels, value)),
    };
  });
  const header = JSON.stringify({
    format: "tapis-evidence",
    version: 1,
    documents: set.documents.map(({ units, fold, lang, slice, source }) => [
      units,
      fold,
      lang,
      slice,
      source,
    ]),
    columns: columns.map(({ name, levels }) => ({ name, levels })),
  });
  const start = new TextEncoder().encode(`${header}\n`);
  const count = set.labels.length;
  const bytes = new Uint8Array(start.length + count * (1 + columns.length));
  bytes.set(start);
  bytes.set(set.labels, start.length);
  columns.forEach((column, index) => bytes.set(column.bytes, start.length + count * (index + 1)));
  return bytes;
}

/**
 * Unpacks what {@link formatEvidence} packed; `place` names the file in errors.
 *
 * @throws {TapisError} ERR_EVIDENCE_FORMAT when the bytes are not such a set.
 */
export function parseEvidence(bytes: Uint8Array, place: string): EvidenceSet {
  const lineEnd = bytes.indexOf(10);
  const header = parseHeader(
    new TextDecoder().decode(bytes.subarray(0, Math.max(0, lineEnd))),
    place,
  );
  const missing = UNIT_EVIDENCE.find(
    (name) => !header.columns.some((column) => column.name === name),
  );
  if (missing !== undefined) {
    throw new TapisError("ERR_EVIDENCE_FORMAT", `${place}: lacks "${missing}"; gather it again`);
  }
  const documents = header.documents.map(([units, fold, lang, slice, source]) => ({
    units,
    fold,
    lang,
    slice,
    source,
  }));
  const count = documents.reduce((sum, { units }) => sum + units, 0);
  if (bytes.length - lineEnd - 1 !== count * (1 + header.columns.length)) {
    throw new TapisError(
      "ERR_EVIDENCE_FORMAT",
      `${place}: holds another number of bytes than its header says`,
    );
  }
  const part = (index: number): Uint8Array =>
    bytes.slice(lineEnd + 1 + count * index, lineEnd + 1 + count * (index + 1));
  const labels = part(0);
  if (labels.some((label) => label > 1)) {
    throw new TapisError("ERR_EVIDENCE_FORMAT", `${place}: a label is neither 0 nor 1`);
  }
  const evidence = emptyEvidence(count);
  header.columns.forEach(({ name, levels }, index) => {
    part(index + 1).forEach((level, unit) => {
      evidence[name][unit] = levels[level] ?? 0;
    });
  });
  return { documents, labels, evidence };
}

/** Evidence of `count` units, all 0. */
export function emptyEvidence(count: number): UnitEvidence {
  return evidenceOf(() => new Float64Array(count));
}

/** The evidence of the units from `start` to `end`, as views. */
export function sliceEvidence(evidence: UnitEvidence, start: number, end: number): UnitEvidence {
  return evidenceOf((name) => evidence[name].subarray(start, end));
}

/** Evidence with a column for each name. */
function evidenceOf(column: (name: keyof UnitEvidence) => Float64Array): UnitEvidence {
  const table = Object.fromEntries(UNIT_EVIDENCE.map((name) => [name, column(name)]));
  if (!isComplete(table)) {
    throw new RangeError("evidenceOf: a column is missing");
  }
  return table;
}

function isComplete(table: Readonly<Record<string, Float64Array>>): table is UnitEvidence {
  return UNIT_EVIDENCE.every((name) => name in table);
}

/** At most 256 values that stand for all of a column, ascending: each the middle of an equal share of the units. */
function levelsOf(column: Float64Array): number[] {
  const sorted = column.toSorted();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= 256) {
    return distinct.map(Math.fround);
  }
  const levels = Array.from(
    { length: 256 },
    (_, level) => sorted[Math.floor(((level + 0.5) * sorted.length) / 256)] ?? 0,
  );
  return [...new Set(levels.map(Math.fround))];
}

function nearestLevel(levels: readonly number[], value: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value - (levels[middle] ?? 0) > (levels[middle + 1] ?? 0) - value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function parseHeader(line: string, place: string): z.infer<typeof HEADER> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new TapisError(
      "ERR_EVIDENCE_FORMAT",
      `${place}: is not packed evidence (no JSON header)`,
      { cause },
    );
  }
  const header = HEADER.safeParse(value);
  if (!header.success) {
    throw new TapisError("ERR_EVIDENCE_FORMAT", `${place}: ${z.prettifyError(header.error)}`);
  }
  return header.data;
}

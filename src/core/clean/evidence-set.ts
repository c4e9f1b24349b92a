import * as z from "zod/mini";
import { TapisError } from "../../errors.ts";
import { MAX_BINS } from "../model/grow-tree.ts";
import { joinHeaded, splitHeaded } from "../model/headed-bytes.ts";
import { emptyEvidence, evidenceOf, UNIT_EVIDENCE, type UnitEvidence } from "./unit-columns.ts";

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
  /** Where its article came from, and whose its spam is. */
  readonly sources: readonly string[];
}

/** Most levels of a column: as many as the trees tell apart. */
const LEVEL_COUNT = MAX_BINS;

const HEADER = z.strictObject({
  format: z.literal("tapis-evidence"),
  version: z.literal(2),
  sources: z.array(z.string()),
  documents: z.array(
    z.tuple([
      z.int().check(z.minimum(1)),
      z.int().check(z.minimum(0)),
      z.string(),
      z.string(),
      z.array(z.int().check(z.minimum(0))),
    ]),
  ),
  columns: z.array(
    z.strictObject({
      name: z.enum(UNIT_EVIDENCE),
      levels: z.pipe(z.base64().check(z.maxLength(8 * LEVEL_COUNT)), z.transform(unpackLevels)),
    }),
  ),
});

/**
 * Packs an evidence set: a line of JSON, then a byte per unit for the labels, then for each column a byte per unit, the
 * number of one of at most 64 levels of that column: as many as trees look at. Levels are in the line of JSON, 32 bits each in
 * base64.
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
  const sources = [...new Set(set.documents.flatMap((document) => document.sources))];
  const numbers = new Map(sources.map((source, number) => [source, number]));
  const header = {
    format: "tapis-evidence",
    version: 2,
    sources,
    documents: set.documents.map((document) => [
      document.units,
      document.fold,
      document.lang,
      document.slice,
      document.sources.map((source) => numbers.get(source)),
    ]),
    columns: columns.map(({ name, levels }) => ({ name, levels: packLevels(levels) })),
  };
  return joinHeaded(header, [set.labels, ...columns.map((column) => column.bytes)]);
}

/**
 * Unpacks what {@link formatEvidence} packed; `place` names the file in errors.
 *
 * @throws {TapisError} ERR_EVIDENCE_FORMAT when the bytes are not such a set.
 */
export function parseEvidence(bytes: Uint8Array, place: string): EvidenceSet {
  const format = { code: "ERR_EVIDENCE_FORMAT", place, content: "packed evidence" } as const;
  const { header, body } = splitHeaded(bytes, HEADER, format);
  const missing = UNIT_EVIDENCE.find(
    (name) => !header.columns.some((column) => column.name === name),
  );
  if (missing !== undefined) {
    throw new TapisError("ERR_EVIDENCE_FORMAT", `${place}: lacks "${missing}"; gather it again`);
  }
  const isUnnamed = (source: number): boolean => source >= header.sources.length;
  if (header.documents.some(([, , , , sources]) => sources.some(isUnnamed))) {
    throw new TapisError("ERR_EVIDENCE_FORMAT", `${place}: a document names no source of the list`);
  }
  const documents = header.documents.map(([units, fold, lang, slice, numbers]) => ({
    units,
    fold,
    lang,
    slice,
    sources: numbers.map((number) => header.sources[number] ?? ""),
  }));
  const count = documents.reduce((sum, { units }) => sum + units, 0);
  if (body.length !== count * (1 + header.columns.length)) {
    throw new TapisError(
      "ERR_EVIDENCE_FORMAT",
      `${place}: holds another number of bytes than its header says`,
    );
  }
  const part = (index: number): Uint8Array => body.subarray(count * index, count * (index + 1));
  const labels = part(0).slice();
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

/** The part of a set whose documents are chosen. */
export function selectEvidence(
  set: EvidenceSet,
  isChosen: (document: EvidenceDocument) => boolean,
): EvidenceSet {
  const documents = set.documents.filter(isChosen);
  const isUnitChosen = set.documents.flatMap((document) =>
    Array<boolean>(document.units).fill(isChosen(document)),
  );
  const chosen = (_: unknown, unit: number): boolean => isUnitChosen[unit] === true;
  return {
    documents,
    labels: set.labels.filter(chosen),
    evidence: evidenceOf((name) => set.evidence[name].filter(chosen)),
  };
}

/** Where the units of each document stand in a set: from `start` to `end`, exclusive. */
export function placedDocuments({
  documents,
}: EvidenceSet): { readonly fold: number; readonly start: number; readonly end: number }[] {
  let start = 0;
  return documents.map(({ units, fold }) => {
    const place = { fold, start, end: start + units };
    start += units;
    return place;
  });
}

/** At most {@link LEVEL_COUNT} values that stand for all of a column, ascending: each the middle of an equal share of the units. */
function levelsOf(column: Float64Array): number[] {
  const sorted = column.toSorted();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= LEVEL_COUNT) {
    return distinct.map(Math.fround);
  }
  const levels = Array.from(
    { length: LEVEL_COUNT },
    (_, level) => sorted[Math.floor(((level + 0.5) * sorted.length) / LEVEL_COUNT)] ?? 0,
  );
  return [...new Set(levels.map(Math.fround))];
}

function packLevels(levels: readonly number[]): string {
  const bytes = new Uint8Array(Float32Array.from(levels).buffer);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function unpackLevels(packed: string): number[] {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return [...new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4))];
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

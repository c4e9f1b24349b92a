import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type EvidenceSet,
  formatEvidence,
  parseEvidence,
  selectEvidence,
} from "../../../src/core/clean/evidence-set.ts";
import {
  emptyEvidence,
  sliceEvidence,
  UNIT_EVIDENCE,
} from "../../../src/core/clean/unit-columns.ts";

const DOCUMENTS = [
  { units: 2, fold: 0, lang: "id", slice: "tail", sources: ["a", "b"] },
  { units: 1, fold: 4, lang: "en", slice: "clean", sources: ["__proto__"] },
];

/** A set of three units with some evidence. */
function small(): EvidenceSet {
  const evidence = emptyEvidence(3);
  evidence.forSpam.set([1.5, -2, 0.25]);
  evidence.link.set([1, 0, 1]);
  return { documents: DOCUMENTS, labels: Uint8Array.of(0, 1, 0), evidence };
}

/** A packed set with its header changed. */
function packedWith(change: (header: Record<string, unknown>) => object): Uint8Array {
  const bytes = formatEvidence(small());
  const end = bytes.indexOf(10);
  const header: Record<string, unknown> = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  );
  return Buffer.concat([Buffer.from(JSON.stringify(change(header))), bytes.subarray(end)]);
}

test("a set of few values is unpacked as it was", () => {
  expect(parseEvidence(formatEvidence(small()), "f")).toEqual(small());
});

test("many values come back as near ones, in the same order", () => {
  const finite = fc.double({ min: -1000, max: 1000, noNaN: true });
  const labels = fc.constantFrom(0, 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(finite, labels), { minLength: 300, maxLength: 700 }), (rows) => {
      const evidence = emptyEvidence(rows.length);
      evidence.forHam.set(rows.map(([value]) => value));
      const set = {
        documents: [{ units: rows.length, fold: 1, lang: "id", slice: "tail", sources: ["a"] }],
        labels: Uint8Array.from(rows, ([, label]) => label),
        evidence,
      };
      const parsed = parseEvidence(formatEvidence(set), "f");
      expect(parsed.labels).toEqual(set.labels);
      const order = [...rows.keys()].toSorted(
        (a, b) => (evidence.forHam[a] ?? 0) - (evidence.forHam[b] ?? 0),
      );
      order.slice(1).forEach((row, index) => {
        const before = order[index] ?? 0;
        expect(parsed.evidence.forHam[row]).toBeGreaterThanOrEqual(
          parsed.evidence.forHam[before] ?? 0,
        );
      });
    }),
    { numRuns: 20 },
  );
});

test("what was unpacked is packed to the same bytes", () => {
  const evidence = emptyEvidence(1000);
  evidence.least.set(Float64Array.from({ length: 1000 }, (_, unit) => Math.sin(unit)));
  const documents = [{ units: 1000, fold: 0, lang: "id", slice: "tail", sources: ["a"] }];
  const bytes = formatEvidence({ documents, labels: new Uint8Array(1000), evidence });
  expect(formatEvidence(parseEvidence(bytes, "f"))).toEqual(bytes);
});

test("a slice is the evidence of some units", () => {
  const slice = sliceEvidence(small().evidence, 1, 3);
  expect(Object.keys(slice)).toEqual([...UNIT_EVIDENCE]);
  expect([...slice.forSpam]).toEqual([-2, 0.25]);
});

test("a selection is the documents that are chosen, with the labels and evidence of their units", () => {
  const { documents, labels, evidence } = selectEvidence(small(), ({ lang }) => lang === "id");
  expect(documents).toEqual([DOCUMENTS[0]]);
  expect([...labels]).toEqual([0, 1]);
  expect([...evidence.forSpam]).toEqual([1.5, -2]);
  expect([...evidence.link]).toEqual([1, 0]);
  expect(selectEvidence(small(), () => true)).toEqual(small());
  expect(selectEvidence(small(), () => false).labels).toHaveLength(0);
});

test.each([
  ["nothing", new Uint8Array(0), "f: is not packed evidence (no JSON header)"],
  ["no header", Buffer.from("abc\ndef"), "f: is not packed evidence"],
  ["no line feed", Buffer.from("{}"), "f: is not packed evidence"],
  ["too few bytes", formatEvidence(small()).slice(0, -1), "f: holds another number of bytes"],
  [
    "too many bytes",
    Buffer.concat([formatEvidence(small()), Buffer.from("x")]),
    "f: holds another number",
  ],
  [
    "a source by its name",
    packedWith((header) => ({ ...header, documents: [[3, 0, "id", "tail", "a"]] })),
    "documents",
  ],
  [
    "a source that is not in the list",
    packedWith((header) => ({ ...header, documents: [[3, 0, "id", "tail", [99]]] })),
    "f: a document names no source of the list",
  ],
  ["another version", packedWith((header) => ({ ...header, version: 1 })), "version"],
  [
    "an unknown column",
    packedWith((header) => ({ ...header, columns: [{ name: "__proto__", levels: [] }] })),
    "columns",
  ],
  [
    "a missing column",
    packedWith((header) => ({ ...header, columns: [] })),
    `f: lacks "${UNIT_EVIDENCE[0]}"`,
  ],
  [
    "more units than bytes",
    packedWith((header) => ({ ...header, documents: [[1e15, 0, "id", "tail", [0]]] })),
    "f: holds another number",
  ],
  [
    "a document without units",
    packedWith((header) => ({ ...header, documents: [[0, 0, "", "", []]] })),
    "documents",
  ],
])("refuses %s", (_, bytes, message) => {
  expect(() => parseEvidence(bytes, "f")).toThrow(
    expect.objectContaining({
      code: "ERR_EVIDENCE_FORMAT",
      message: expect.stringContaining(message),
    }),
  );
});

test("refuses a label that is neither 0 nor 1", () => {
  const bytes = formatEvidence(small());
  bytes[bytes.indexOf(10) + 1] = 2;
  expect(() => parseEvidence(bytes, "f")).toThrow("f: a label is neither 0 nor 1");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Counts,
  countWords,
  formatCounts,
  LABELS,
  mergeCounts,
  parseCounts,
  withoutRareWords,
} from "../../../src/core/model/counts.ts";
import { tokenize } from "../../../src/core/text/tokenize.ts";
import { arbitraryText } from "../text/arbitrary-text.ts";

const ORIGIN = { label: "spam", lang: "id", source: "contoh" } as const;
const HEADER =
  '{"format":"tapis-counts","version":1,"label":"spam","lang":"id","source":"contoh","paragraphs":2}';

const arbitraryOrigin = fc.record({
  label: fc.constantFrom(...LABELS),
  lang: fc.constantFrom("id", "en"),
  source: fc.oneof(fc.constantFrom("a", "b", "__proto__"), fc.string()),
});
const arbitraryCounts: fc.Arbitrary<Counts> = fc
  .tuple(fc.array(arbitraryText, { minLength: 1, maxLength: 5 }), arbitraryOrigin)
  .map(([paragraphs, origin]) => countWords(paragraphs, origin));

test("a word counts once for each paragraph that holds it", () => {
  const counts = countWords(["Slot, slot dan SLOT", "slot baru"], ORIGIN);
  expect(counts.paragraphs).toBe(2);
  expect([...counts.words]).toEqual([
    ["slot", 2],
    ["dan", 1],
    ["baru", 1],
  ]);
});

test("a word named like a property of objects is a word", () => {
  const tables = [countWords(["constructor", "toString"], ORIGIN)];
  const proto = { ...ORIGIN, paragraphs: 1, words: new Map([["__proto__", 1]]) };
  expect(parseCounts(formatCounts([...tables, proto]), "x").map(({ words }) => [...words])).toEqual(
    [
      [
        ["constructor", 1],
        ["tostring", 1],
      ],
      [["__proto__", 1]],
    ],
  );
});

test("tables are text, a word a line, in order", () => {
  expect(formatCounts([countWords(["togel slot", "slot"], ORIGIN)])).toBe(
    `${HEADER}\nslot\t2\ntogel\t1\n`,
  );
});

test("what was formatted is parsed", () => {
  fc.assert(
    fc.property(fc.array(arbitraryCounts, { maxLength: 4 }), (tables) => {
      expect(parseCounts(formatCounts(tables), "x")).toEqual(tables);
    }),
  );
});

test("tables of one origin are added up", () => {
  const [sum, other, ...rest] = mergeCounts([
    countWords(["a b"], ORIGIN),
    countWords(["c"], { ...ORIGIN, lang: "ms" }),
    countWords(["b", "b d"], ORIGIN),
  ]);
  expect(sum).toEqual({
    ...ORIGIN,
    paragraphs: 3,
    words: new Map([
      ["a", 1],
      ["b", 3],
      ["d", 1],
    ]),
  });
  expect(other?.lang).toBe("ms");
  expect(rest).toEqual([]);
});

test("counting all paragraphs equals counting parts of them and adding up", () => {
  fc.assert(
    fc.property(fc.array(arbitraryText), fc.nat({ max: 10 }), (paragraphs, cut) => {
      const parts = [paragraphs.slice(0, cut), paragraphs.slice(cut)];
      expect(mergeCounts(parts.map((part) => countWords(part, ORIGIN)))).toEqual([
        countWords(paragraphs, ORIGIN),
      ]);
    }),
  );
});

test("a rare word is one that is rare in all tables together", () => {
  const tables = [countWords(["a b", "a"], ORIGIN), countWords(["b c"], { ...ORIGIN, lang: "en" })];
  expect(withoutRareWords(tables, 2).map(({ words }) => [...words.keys()])).toEqual([
    ["a", "b"],
    ["b"],
  ]);
});

test("a paragraph count stays when all its words are rare", () => {
  const [table] = withoutRareWords([countWords(["a"], ORIGIN)], 2);
  expect(parseCounts(formatCounts(table === undefined ? [] : [table]), "x")).toEqual([
    { ...ORIGIN, paragraphs: 1, words: new Map() },
  ]);
});

test.each([
  [
    "a count above that of the paragraphs",
    `${HEADER}\nslot\t3\n`,
    "f:2: must be a word, a tab and a count from 1 to 2",
  ],
  ["a count of 0", `${HEADER}\nslot\t1\ntogel\t0\n`, "f:3: must be"],
  ["a fraction", `${HEADER}\nslot\t1.5\n`, "f:2: must be"],
  ["a count in another base", `${HEADER}\nslot\t0x1\n`, "f:2: must be"],
  ["no count", `${HEADER}\nslot\n`, "f:2: must be"],
  ["no word", `${HEADER}\n\t1\n`, "f:2: must be"],
  ["no header", "slot\t1\n", "f:1: is not the header of a table of counts"],
  ["a header of another format", `${HEADER}\n\n{"format":"x"}\n`, "f:3: ✖"],
  ["another version", HEADER.replace('"version":1', '"version":2'), "f:1: ✖"],
  ["an unknown label", HEADER.replace("spam", "constructor"), "f:1: ✖"],
])("names the line of %s", (_, text, message) => {
  expect(() => parseCounts(text, "f")).toThrow(
    expect.objectContaining({
      code: "ERR_COUNTS_FORMAT",
      message: expect.stringContaining(message),
    }),
  );
});

test("no word of any text breaks a line of the format", () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      for (const token of tokenize(text)) {
        expect(token.text).toMatch(/^[^\t\n\p{Surrogate}]+$/u);
      }
    }),
  );
});

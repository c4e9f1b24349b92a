import fc from "fast-check";
import { expect, test } from "vitest";
import { foldShadow } from "../../../src/core/text/shadow.ts";
import { tokenize } from "../../../src/core/text/tokenize.ts";
import { arbitraryText, textWithCut } from "./arbitrary-text.ts";

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text);

test("tokens are the folded words, with their place in the original", () => {
  // "Café, 24 jam!": "Café" 0-4, "24" 6-8, "jam" 9-12.
  expect(tokenize("Café, 24 jam!")).toEqual([
    { text: "cafe", start: 0, end: 4, isDisguised: false },
    { text: "#2", start: 6, end: 8, isDisguised: false },
    { text: "jam", start: 9, end: 12, isDisguised: false },
  ]);
});

test("a text without a letter or digit has no token", () => {
  expect(tokenize("")).toEqual([]);
  expect(tokenize(" – … \u200b\u0301😀 ")).toEqual([]);
});

test.each([
  ["spaced letters", "s l o t", 7],
  ["dotted letters", "S.L.O.T", 7],
  ["bulleted letters", "s•l•o•t", 7],
  ["letters around no-break spaces", "s\u00a0l\u00a0o\u00a0t", 7],
  ["hidden characters", "s\u200blo\u200bt", 6],
  ["mathematical letters", "𝐬𝐥𝐨𝐭", 8],
  ["look-alikes", "ѕlоt", 4],
  ["digits for letters", "sl0t", 4],
  ["spaced look-alikes and digits", "ѕ-l-0-t", 7],
])("%s are one disguised word", (_, text, end) => {
  expect(tokenize(text)).toEqual([{ text: "slot", start: 0, end, isDisguised: true }]);
});

test.each([
  ["two single letters", "a b", ["a", "b"]],
  ["single letters with different separators", "a.b c", ["a", "b", "c"]],
  ["single letters of which the last begins a word", "a b cd", ["a", "b", "cd"]],
  ["single letters two spaces apart", "a  b  c", ["a", "b", "c"]],
  ["single digits", "1 2 3", ["#1", "#1", "#1"]],
  ["a score", "3-1", ["#1", "#1"]],
])("%s are not joined", (_, text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("the longest run of single letters is joined, up to where a word begins", () => {
  expect(wordsOf("dan s l o t kita, g.a.c.o.r.")).toEqual(["dan", "slot", "kita", "gacor"]);
  expect(wordsOf("s l o tahun")).toEqual(["slo", "tahun"]);
});

test("scripts without spaces give overlapping runs of three characters", () => {
  expect(tokenize("漢字かな")).toEqual([
    { text: "漢字か", start: 0, end: 3, isDisguised: false },
    { text: "字かな", start: 1, end: 4, isDisguised: false },
  ]);
  expect(wordsOf("漢")).toEqual(["漢"]);
  // Characters beyond U+FFFF are two code units wide, and are not divided.
  expect(wordsOf("𠀀𠀁𠀂𠀃")).toEqual(["𠀀𠀁𠀂", "𠀁𠀂𠀃"]);
});

test("a character that folds to two words gives two tokens of the same place", () => {
  expect(tokenize("½ kg")).toEqual([
    { text: "#1", start: 0, end: 1, isDisguised: false },
    { text: "#1", start: 0, end: 1, isDisguised: false },
    { text: "kg", start: 2, end: 4, isDisguised: false },
  ]);
});

test.each([
  ["LPK777", ["lpk#3", "*777"]],
  ["toto4d", ["toto#1d", "*4d"]],
  ["cbr150", ["cbr#3", "*150"]],
  ["𝐑𝐀𝐉𝐀𝟖𝟖", ["raja#2", "*88"]],
  ["ab88", ["ab#2"]],
  ["abc5", ["abc#1"]],
  ["abc12345", ["abc#5"]],
  ["24jam", ["#2jam"]],
  ["2024", ["#4"]],
])("the digits that a brand ends with are a word as well: %s", (text, expected) => {
  expect(wordsOf(text)).toEqual(expected);
});

test("the ending of a brand stands where the brand stands", () => {
  expect(tokenize("di LPK777.")).toEqual([
    { text: "di", start: 0, end: 2, isDisguised: false },
    { text: "lpk#3", start: 3, end: 9, isDisguised: false },
    { text: "*777", start: 3, end: 9, isDisguised: false },
  ]);
});

test("a part is tokenized as if it stood alone, though the places are those of the whole", () => {
  const text = "Slot “gacor” hari ini";
  expect(tokenize(text, 6, 9)).toEqual([{ text: "gac", start: 6, end: 9, isDisguised: false }]);
  expect(tokenize("a b c d", 0, 3).map((token) => token.text)).toEqual(["a", "b"]);
});

test("a part's words are those of the same text by itself", () => {
  fc.assert(
    fc.property(textWithCut, ([text, cut]) => {
      const moved = tokenize(text.slice(cut)).map((token) => ({
        ...token,
        start: token.start + cut,
        end: token.end + cut,
      }));
      expect(tokenize(text, cut)).toEqual(moved);
      expect(tokenize(text, 0, cut)).toEqual(tokenize(text.slice(0, cut)));
    }),
  );
});

test("tokens are in order, inside the part and not empty, whatever the text", () => {
  fc.assert(
    fc.property(arbitraryText, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (text, head, tail) => {
      const start = Math.min(head, text.length);
      const end = Math.max(start, text.length - tail);
      let last = { start, end: start };
      for (const token of tokenize(text, start, end)) {
        expect(token.text).not.toBe("");
        expect(token.text.length).toBeLessThanOrEqual(40);
        expect(token.start).toBeGreaterThanOrEqual(last.start);
        expect(token.end).toBeGreaterThanOrEqual(last.end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.end).toBeLessThanOrEqual(end);
        last = token;
      }
    }),
  );
});

test("words stand where the regular expressions that define them find them", () => {
  const spaced =
    /(?<![\p{L}\p{N}])[\p{L}\p{N}]([ .\-_*|/·•])[\p{L}\p{N}](?:\1[\p{L}\p{N}])+(?![\p{L}\p{N}])/gu;
  const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
  const spacedOut = fc
    .array(fc.constantFrom(..."abA1о½\u093f\u0301 .-·é\u200b𝐬", "\ud800"), { maxLength: 30 })
    .map((characters) => characters.join(""));
  fc.assert(
    fc.property(spacedOut, (text) => {
      const { text: folded, origins } = foldShadow(text);
      const expected: number[] = [];
      let from = 0;
      const addWords = (to: number): void => {
        for (const { index } of folded.slice(from, to).matchAll(word)) {
          expected.push(origins[from + index] ?? -1);
        }
      };
      for (const run of folded.matchAll(spaced)) {
        addWords(run.index);
        from = run.index;
        if (/\p{L}/u.test(run[0])) {
          expected.push(origins[from] ?? -1);
          from += run[0].length;
        }
      }
      addWords(folded.length);
      const words = tokenize(text).filter((token) => !token.text.startsWith("*"));
      expect(words.map((token) => token.start)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

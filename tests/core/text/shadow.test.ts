import fc from "fast-check";
import { expect, test } from "vitest";
import { foldShadow } from "../../../src/core/text/shadow.ts";
import { arbitraryText, textWithCut } from "./arbitrary-text.ts";

test.each([
  ["capitals", "SLOT", "slot"],
  ["accents, composed or not", "Café cafe\u0301", "cafe cafe"],
  ["full-width letters", "ｓｌｏｔ８", "slot8"],
  ["mathematical letters", "𝐬𝓵𝕠𝚝", "slot"],
  ["enclosed letters", "ⓢⓛⓞⓣ", "slot"],
  ["ligatures", "ﬁnal", "final"],
  ["hidden characters", "s\u200bl\u00ado\ufefft", "slot"],
  ["a no-break space", "a\u00a0b", "a b"],
  ["the dotted capital I", "İstanbul", "istanbul"],
  ["lone surrogates", "a\ud800b\udc00", "a\ufffdb\ufffd"],
])("folds %s", (_, original, folded) => {
  expect(foldShadow(original).text).toBe(folded);
});

test.each(["ก่อน", "हिन्दी", "слот", "漢字", "ß", "𐐨"])("%s folds to itself", (word) => {
  expect(foldShadow(word).text).toBe(word);
});

test("each folded code unit knows where it came from", () => {
  // 0 "½" folds to three units, 1 is hidden, 2-3 "𝐬" folds to one, 4 "b" to one; the text ends at 5.
  const { text, origins } = foldShadow("½\u200b𝐬b");
  expect(text).toBe("1\u20442sb");
  expect([...origins]).toEqual([0, 0, 0, 2, 4, 5]);
});

test("letters in costume and letters behind hidden characters are disguised", () => {
  expect([...foldShadow("a𝐛ｃ").disguised]).toEqual([0, 1, 1]);
  expect([...foldShadow("a\u200b\u200bb").disguised]).toEqual([0, 1]);
  expect([...foldShadow("a\u200b𠀀c").disguised]).toEqual([0, 1, 1, 0]);
});

test("a hidden character that follows no letter disguises nothing", () => {
  expect([...foldShadow("\ufeffa 1\u200bb").disguised]).toEqual([0, 0, 0, 0]);
});

test("a part folds as if it stood alone, though the offsets are those of the whole", () => {
  const { text, origins } = foldShadow("abCDef", 2, 4);
  expect(text).toBe("cd");
  expect([...origins]).toEqual([2, 3, 4]);
});

test("the half of a pair that a part's end divides is a lone surrogate", () => {
  expect(foldShadow("𝐬", 0, 1).text).toBe("\ufffd");
  expect([...foldShadow("𝐬", 0, 1).origins]).toEqual([0, 1]);
});

test("folding in parts equals folding the whole", () => {
  fc.assert(
    fc.property(textWithCut, ([text, cut]) => {
      const whole = foldShadow(text);
      const head = foldShadow(text, 0, cut);
      const tail = foldShadow(text, cut);
      expect(head.text + tail.text).toBe(whole.text);
      expect([...head.origins.slice(0, -1), ...tail.origins]).toEqual([...whole.origins]);
      expect(head.disguised).toEqual(whole.disguised.slice(0, head.text.length));
      // Of hidden characters before it a part knows nothing: they may disguise its first visible character.
      const known = Math.max(
        0,
        tail.origins.findIndex((origin) => origin !== tail.origins[0]),
      );
      expect(tail.disguised.slice(known)).toEqual(whole.disguised.slice(head.text.length + known));
    }),
  );
});

test("there is one origin and one flag for each code unit, and origins never fall", () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const shadow = foldShadow(text);
      expect(shadow.origins).toHaveLength(shadow.text.length + 1);
      expect(shadow.disguised).toHaveLength(shadow.text.length);
      expect([...shadow.origins]).toEqual([...shadow.origins].toSorted((a, b) => a - b));
      expect(shadow.origins.at(-1)).toBe(text.length);
      expect(shadow.text).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

test("folding twice equals folding once", () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const { text: once } = foldShadow(text);
      expect(foldShadow(once).text).toBe(once);
    }),
  );
});

test("more characters than are remembered fold as ever", () => {
  const everything = Array.from({ length: 0x20000 }, (_, index) =>
    String.fromCodePoint(0x100 + index),
  );
  const before = foldShadow("𝐬ⓢ");
  foldShadow(everything.join(""));
  expect(foldShadow("𝐬ⓢ")).toEqual(before);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleOf, blockEnd } from "../../src/demo/article.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

const TEXT = "News.\n\nslot one\n\nslot two\n\nMore news, a bonus.\n\nslot three";

function show(text: string, isRestored: readonly boolean[] = []) {
  return articleOf(text, standInCleaner.clean(text).paragraphs, isRestored);
}

describe("an article in the page", () => {
  test("has the fate of each paragraph, and says which begin a block", () => {
    expect(show(TEXT).paragraphs.map(({ fate, isFirst }) => [fate, isFirst])).toEqual([
      ["keep", true],
      ["cut", true],
      ["cut", false],
      ["unsure", true],
      ["cut", true],
    ]);
  });

  test("is cleaned of what is cut and of the line breaks before it", () => {
    expect(show(TEXT).cleaned).toBe("News.\n\nMore news, a bonus.");
  });

  test("has again what was put back", () => {
    const { cleaned, paragraphs } = show(TEXT, [false, true, true, false, false]);
    expect(cleaned).toBe("News.\n\nslot one\n\nslot two\n\nMore news, a bonus.");
    expect(paragraphs.map(({ fate }) => fate)).toEqual([
      "keep",
      "restored",
      "restored",
      "unsure",
      "cut",
    ]);
  });

  test("puts nothing back that was not cut", () => {
    expect(show(TEXT, [true]).paragraphs[0]?.fate).toBe("keep");
  });

  test("tells where a block ends", () => {
    const { paragraphs } = show(TEXT);
    expect([1, 3, 4].map((first) => blockEnd(paragraphs, first))).toEqual([3, 4, 5]);
  });

  test("is the original when all is put back", () => {
    const line = fc.constantFrom("slot", "news", "a bonus", "", "slot gacor");
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        expect(
          show(
            text,
            Array.from(lines, () => true),
          ).cleaned,
        ).toBe(text);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { decidedAsBlocks } from "../../../src/core/clean/markdown-blocks.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";

/** Posteriors of the lines of a text, each of which ends with its own one. */
function decide(lines: readonly string[]): number[] {
  const text = lines.join("\n");
  const units = unitsOf(text);
  const posteriors = Float64Array.from(units, ({ span }) =>
    Number(/[\d.]+\S*$/.exec(text.slice(span.start, span.end))?.[0] ?? 0),
  );
  return [...decidedAsBlocks(text, units, posteriors)].map(
    (value) => Math.round(100 * value) / 100,
  );
}

describe("a block of Markdown is decided as one", () => {
  test.for([
    ["a table", ["| a 0.9", "| b 0.5", "| c 0.1"], [0.5, 0.5, 0.5]],
    ["a quote", ["> a 0.8", "> b 0.2"], [0.5, 0.5]],
    ["an item with its lines", ["- a 0.9", "  bb 0.3", "- c 0.1"], [0.62, 0.62, 0.1]],
    ["a numbered item", ["1. a 0.9", "   b 0.1", "2. c 0.2"], [0.59, 0.59, 0.2]],
  ] as const)("%s, by the lengths of its lines", ([, lines, wanted]) => {
    const decided = decide(lines);
    for (const [index, value] of wanted.entries()) expect(decided[index]).toBeCloseTo(value, 2);
  });

  test.for([
    ["lines that are none", ["a 0.9", "b 0.1"]],
    ["items of a list", ["- a 0.9", "- b 0.1", "* c 0.9"]],
    ["tables with a blank line between them", ["| a 0.9", "", "| b 0.1"]],
    ["indented lines without an item", ["a 0.9", "  b 0.1"]],
    ["a document that is all news", ["| a 0.04", "| b 0.01"]],
  ] as const)("not so %s", ([, lines]) => {
    const own = lines
      .filter((line) => line !== "")
      .map((line) => Number(/[\d.]+$/.exec(line)?.[0]));
    expect(decide(lines)).toEqual(own);
  });
});

test("no text, no posteriors", () => {
  expect(decide([])).toEqual([]);
});

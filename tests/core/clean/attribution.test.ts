import { describe, expect, test } from "vitest";
import { createTextCleaner } from "../../../src/core/clean/cleaner.ts";
import { kindOfFeature } from "../../../src/core/clean/feature-kinds.ts";
import { attributeTrees } from "../../../src/core/model/attribute-trees.ts";
import { forestLogOdds } from "../../../src/core/model/forest.ts";
import { loadModel } from "../../../src/pipeline/load-model.ts";

const SPAM = "slot gacor togel maxwin bonus new member situs judi online terpercaya RAJANAGA88";
const NEWS = "DPRD mengesahkan anggaran jalan desa dalam rapat paripurna pada Senin siang.";
const model = await loadModel();

describe("what trees say, by kind", () => {
  // One tree of a leaf, and one that looks at feature 0, then at 1: above 2 and above 5 it says 3.
  const forest = {
    base: 1,
    roots: Uint32Array.of(0, 1),
    features: Uint8Array.of(255, 0, 255, 1, 255, 255),
    values: Float32Array.of(0.5, 2, -1, 5, -2, 3),
    children: Uint32Array.of(0, 2, 0, 4, 0, 0),
  };
  const kinds = { kindOf: Uint8Array.of(0, 1), kindCount: 2 };

  test.for([
    { row: [0, 0], parts: [-1, 0] },
    { row: [3, 5], parts: [-2 / 2, -2 / 2] },
    { row: [3, 6], parts: [3 / 2, 3 / 2] },
  ])("is divided among the splits on the way: $row", ({ row, parts }) => {
    const rows = { values: Float64Array.from(row), width: 2 };
    const attributed = attributeTrees(forest, rows, 0, kinds);
    expect(attributed.base).toBe(1 + 0.5);
    expect([...attributed.parts]).toEqual(parts);
    const sum = attributed.base + attributed.parts.reduce((total, part) => total + part, 0);
    expect(sum).toBe(forestLogOdds(forest, row));
  });
});

describe("the parts of a paragraph's log-odds", () => {
  const cleaner = createTextCleaner(model);

  test.for([
    ["a document that is left early", `${NEWS}\n\n${NEWS} Lagi.`],
    ["a document with spam", `${NEWS}\n\n${NEWS} Lagi.\n\n${SPAM}\n\n${SPAM} slot`],
    ["spam alone", SPAM],
    ["nothing", ""],
  ] as const)("add up, and are those of the posterior: %s", ([, text]) => {
    const { paragraphs } = cleaner.clean(text);
    const attributions = cleaner.attribute(text);
    expect(attributions).toHaveLength(paragraphs.length);
    for (const [index, { logOdds, parts }] of attributions.entries()) {
      const sum = parts.reduce((total, part) => total + part.logOdds, 0);
      expect(sum).toBeCloseTo(logOdds, 9);
      expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(paragraphs[index]?.posterior ?? 0, 12);
    }
  });

  test("are the words only where nothing else was looked at", () => {
    const [first] = cleaner.attribute(NEWS);
    expect(first?.parts.map(({ name }) => name)).toEqual(["words"]);
  });
});

test("every feature of the model is of some kind", () => {
  for (const name of model.combination?.features ?? []) {
    expect(() => kindOfFeature(name)).not.toThrow();
  }
  expect(() => kindOfFeature("none")).toThrow("kindOfFeature: there must be such a feature");
});

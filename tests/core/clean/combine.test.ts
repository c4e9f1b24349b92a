import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assertSameFeatures,
  combinedPosteriors,
  forestPosteriors,
  traceUnits,
} from "../../../src/core/clean/combine.ts";
import { emptyEvidence } from "../../../src/core/clean/unit-columns.ts";
import { contextFeatures } from "../../../src/core/clean/context-features.ts";
import { features } from "../../../src/core/clean/features.ts";
import { wordFeatures } from "../../../src/core/clean/word-features.ts";
import { type Forest, LEAF } from "../../../src/core/model/forest.ts";
import type { Combination } from "../../../src/core/model/model.ts";

const NONE = new Float64Array(1);
const NAMES = contextFeatures(features(emptyEvidence(1)), NONE, NONE).names;

/** A forest of one tree that asks whether a feature is above 0: `ifNot` when it is not, else `ifSo`. */
function asking(name: string, ifNot: number, ifSo: number): Forest {
  return {
    base: 0,
    roots: Uint32Array.of(0),
    features: Uint8Array.of(NAMES.indexOf(name), LEAF, LEAF),
    values: Float32Array.of(0, ifNot, ifSo),
    children: Uint32Array.of(1, 0, 0),
  };
}

const COMBINATION: Combination = {
  features: NAMES,
  words: asking("most", -2, 2),
  first: asking("link", -2, 2),
  second: asking("first", -2, 1),
  calibration: { slope: 1, intercept: 0 },
  wordExits: [],
  exits: [],
  passed: 0.001,
};

/** Four units, the last two of which hold a link. */
function linked() {
  const evidence = emptyEvidence(4);
  evidence.link.set([0, 0, 1, 1]);
  return evidence;
}

test("the second forest sees what the first said", () => {
  const posteriors = combinedPosteriors(linked(), COMBINATION);
  expect([...posteriors]).toEqual(
    [...forestPosteriors(Float64Array.of(-2, -2, 1, 1))].map((p) => expect.closeTo(p, 12)),
  );
  expect(Array.from(posteriors, (posterior) => posterior > 0.5)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test("posteriors are calibrated last", () => {
  const raw = combinedPosteriors(linked(), COMBINATION);
  const calibration = { slope: 0.5, intercept: -1 };
  combinedPosteriors(linked(), { ...COMBINATION, calibration }).forEach((posterior, i) => {
    const logOdds = Math.log((raw[i] ?? 0) / (1 - (raw[i] ?? 0)));
    expect(posterior).toBeCloseTo(1 / (1 + Math.exp(-(0.5 * logOdds - 1))), 12);
  });
});

/** A forest that gives each unit what stands in its evidence `link`, which is one of these. */
const LEVELS: Forest = {
  base: 0,
  roots: Uint32Array.of(0, 3, 6),
  features: Uint8Array.from([0, LEAF, LEAF, 0, LEAF, LEAF, 0, LEAF, LEAF], (leaf) =>
    leaf === LEAF ? LEAF : NAMES.indexOf("link"),
  ),
  values: Float32Array.of(-2, -4, 0, 1, 0, 3, 4, 0, 3),
  children: Uint32Array.of(1, 0, 0, 4, 0, 0, 7, 0, 0),
};

/** Posteriors of units whose log-odds by the second forest are −4, 0, 3 or 6. */
function posteriorsOf(logOdds: readonly number[]): { own: number[]; shared: number[] } {
  const evidence = emptyEvidence(logOdds.length);
  evidence.link.set(logOdds);
  return {
    own: [...forestPosteriors(Float64Array.from(logOdds))],
    shared: [...combinedPosteriors(evidence, { ...COMBINATION, second: LEVELS })],
  };
}

/**
 * What a unit gets of its block: as much as the likeliest has, up to 0.95. In a document in which one reaches that, 0.7 is raised
 * to 0.9.
 */
function sharedOf(posterior: number, mostOfBlock: number, mostOfAll: number): number {
  const ofBlock = posterior < 0.75 ? posterior : Math.max(posterior, Math.min(mostOfBlock, 0.95));
  return mostOfAll >= 0.95 && ofBlock >= 0.7 ? Math.max(ofBlock, 0.9) : ofBlock;
}

test("neighbours at 0.75 or more share the highest posterior, those below keep theirs", () => {
  const { own, shared } = posteriorsOf([-4, 3, 6, 3, -4, 0, -4, 3, 3]);
  expect(own.map((posterior) => posterior >= 0.75)).toEqual(
    [0, 1, 1, 1, 0, 0, 0, 1, 1].map((is) => is === 1),
  );
  const [first, last] = [Math.max(...own.slice(1, 4)), Math.max(...own.slice(7))];
  const most = [0, first, first, first, 0, 0, 0, last, last];
  expect(shared).toEqual(
    own.map((posterior, i) =>
      expect.closeTo(sharedOf(posterior, most[i] ?? 0, Math.max(...own)), 9),
    ),
  );
  expect(shared[1]).toBeGreaterThan(own[1] ?? 1);
});

test("any block is as likely as the likeliest of it up to 0.95, from the first unit to the last", () => {
  const levels = fc.array(fc.constantFrom(-4, 0, 3, 6), { maxLength: 12 });
  fc.assert(
    fc.property(levels, (logOdds) => {
      const { own, shared } = posteriorsOf(logOdds);
      own.forEach((posterior, i) => {
        const start = own.findLastIndex((other, at) => at < i && other < 0.75) + 1;
        const end = own.findIndex((other, at) => at > i && other < 0.75);
        const block = own.slice(start, end < 0 ? undefined : end);
        const expected = sharedOf(posterior, Math.max(...block), Math.max(...own));
        expect(shared[i]).toBeCloseTo(expected, 9);
      });
    }),
  );
});

test("where something is certain, what is likely is cut with it, and nowhere else", () => {
  const certain = posteriorsOf([3, 6, 3, -4, -4, 3, -4]);
  expect(certain.own[5]).toBeGreaterThan(0.7);
  expect(certain.own[5]).toBeLessThan(0.9);
  expect(certain.shared[5]).toBe(0.9);
  expect(certain.shared[4]).toBeCloseTo(certain.own[4] ?? 0, 9);
  const doubtful = posteriorsOf([-4, -4, 3, -4]);
  expect(doubtful.own[2]).toBeGreaterThan(0.7);
  expect(doubtful.shared[2]).toBeCloseTo(doubtful.own[2] ?? 0, 9);
});

test("no unit has no posterior", () => {
  expect(combinedPosteriors(emptyEvidence(0), COMBINATION)).toHaveLength(0);
});

test("a model trained on these features is taken", () => {
  expect(() => assertSameFeatures(COMBINATION)).not.toThrow();
});

test.each([
  [
    "another feature",
    NAMES.with(3, "weather"),
    `looks at "weather" where this Tapis has "${NAMES[3]}"`,
  ],
  ["another order", [...NAMES.slice(1), ...NAMES.slice(0, 1)], `looks at "${NAMES[1]}"`],
  ["one more", [...NAMES, "weather"], 'looks at "weather" where this Tapis has "nothing"'],
  ["one less", NAMES.slice(0, -1), `looks at "nothing" where this Tapis has "${NAMES.at(-1)}"`],
])("a model trained on %s is refused", (_, names, message) => {
  expect(() => assertSameFeatures({ ...COMBINATION, features: names })).toThrow(
    expect.objectContaining({
      code: "ERR_MODEL_VERSION",
      message: expect.stringContaining(message),
    }),
  );
});

describe("a document is left at an exit", () => {
  const withExits: Combination = {
    ...COMBINATION,
    wordExits: [{ treeCount: 1, logOdds: 0 }],
    exits: [{ treeCount: 1, logOdds: 0 }],
  };

  /** Decides two units of which the second has a strong word, or a link; `asked` tells whether all evidence was needed. */
  function decide(
    most: number,
    link: number,
    otherScript?: number,
  ): { posteriors: number[]; all: number[]; asked: boolean } {
    const evidence = emptyEvidence(2);
    evidence.otherScript[1] = otherScript ?? 0;
    evidence.most[1] = most;
    evidence.link[1] = link;
    let asked = false;
    const complete = () => {
      asked = true;
      return evidence;
    };
    const gathered = { complete, hasOtherScripts: () => otherScript !== undefined };
    const posteriors = [...traceUnits(wordFeatures(evidence), gathered, withExits).posteriors];
    const all = [...combinedPosteriors(evidence, COMBINATION)];
    return { posteriors, all, asked };
  }

  test("by its words, when none of them is suspicious", () => {
    expect(decide(0, 1)).toMatchObject({ posteriors: [0.001, 0.001], asked: false });
  });

  test("by all evidence, when its words alone are", () => {
    expect(decide(2, 0)).toMatchObject({ posteriors: [0.001, 0.001], asked: true });
  });

  test("not at all, when one unit is in another script, whatever is known of its words", () => {
    const { posteriors, all } = decide(0, 0, 0.9);
    expect(posteriors).toEqual(all);
    expect(posteriors).not.toContain(0.001);
  });

  test("as ever, when it holds letters of another script but no unit in it", () => {
    expect(decide(0, 1, 0.4)).toMatchObject({ posteriors: [0.001, 0.001], asked: true });
  });

  test("not at all, when the rest bears the words out", () => {
    const { posteriors, all, asked } = decide(2, 1);
    expect(asked).toBe(true);
    expect(posteriors).toEqual(all);
    expect(posteriors[1]).toBeGreaterThan(0.5);
  });
});

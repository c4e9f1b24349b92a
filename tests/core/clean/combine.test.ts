import { expect, test } from "vitest";
import {
  assertSameFeatures,
  combinedPosteriors,
  forestPosteriors,
} from "../../../src/core/clean/combine.ts";
import { emptyEvidence } from "../../../src/core/clean/evidence-set.ts";
import { contextFeatures } from "../../../src/core/clean/context-features.ts";
import { features } from "../../../src/core/clean/features.ts";
import { type Forest, LEAF } from "../../../src/core/model/forest.ts";
import type { Combination } from "../../../src/core/model/model.ts";

const NONE = new Float64Array(1);
const NAMES = contextFeatures(features(emptyEvidence(1)), NONE, NONE).names;

/** A forest of one tree that asks whether a feature is above 0: −2 when it is not, else 2. */
function asking(name: string): Forest {
  return {
    base: 0,
    roots: Uint32Array.of(0),
    features: Uint8Array.of(NAMES.indexOf(name), LEAF, LEAF),
    values: Float32Array.of(0, -2, 2),
    children: Uint32Array.of(1, 0, 0),
  };
}

const COMBINATION: Combination = {
  features: NAMES,
  first: asking("link"),
  second: asking("first"),
  calibration: { slope: 1, intercept: 0 },
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
    [...forestPosteriors(Float64Array.of(-2, -2, 2, 2))].map((p) => expect.closeTo(p, 12)),
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

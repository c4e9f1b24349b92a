import { expect, test } from "vitest";
import { cacheEvidence, limitedEvidence } from "../../../src/core/clean/caches.ts";
import { documentWords } from "../../../src/core/clean/document-words.ts";
import { chainOf } from "../../../src/core/clean/sequence.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { makeWordTable } from "../../../src/core/model/word-table.ts";

const TABLE = makeWordTable(["slot", "pasar"], {
  spam: Float64Array.of(Math.log(0.1), Math.log(0.01)),
  ham: Float64Array.of(Math.log(0.01), Math.log(0.1)),
  gamblingNews: Float64Array.of(Math.log(0.01), Math.log(0.1)),
});

function cachesOf(text: string, start: readonly number[]) {
  const units = unitsOf(text);
  return cacheEvidence(documentWords(text, units, TABLE), Float64Array.from(start), chainOf(units));
}

test("a unit alone has the model's log-odds: there is no other to learn from", () => {
  const { logOdds, hamOverlap, spamOverlap } = cachesOf("slot", [0.5]);
  expect(logOdds[0]).toBeCloseTo(Math.log(0.1 / 0.01), 2);
  expect([hamOverlap[0], spamOverlap[0]]).toEqual([0, 0]);
});

test("a name that no model knows speaks through its neighbours", () => {
  const text = "slot menangbola\nslot menangbola\nmenangbola\npasar\npasar\npasar";
  const { logOdds, posteriors } = cachesOf(text, [0.99, 0.99, 0.5, 0.01, 0.01, 0.01]);
  expect(logOdds[2]).toBeGreaterThan(2);
  expect(posteriors[2]).toBeGreaterThan(0.9);
});

test("the same name in the article speaks for news", () => {
  const text = "pasar rahmawati\npasar rahmawati\nrahmawati\nslot\nslot";
  const { logOdds } = cachesOf(text, [0.01, 0.01, 0.5, 0.99, 0.99]);
  expect(logOdds[2]).toBeLessThan(-2);
});

test("overlap is the share of rare words that the others hold, too", () => {
  // "baru" and "lama" are unknown and weigh the same; the first stands in another news unit.
  const { hamOverlap } = cachesOf("pasar baru\nbaru lama\npasar", [1e-9, 1e-9, 1e-9]);
  expect(hamOverlap[1]).toBeCloseTo(1 / 2, 4);
});

test("every round leaves probabilities and finite log-odds", () => {
  const { logOdds, posteriors } = cachesOf("slot pasar\n!!\nentah", [1, 0, 1]);
  expect([...logOdds].every(Number.isFinite)).toBe(true);
  expect([...posteriors].every((posterior) => posterior >= 0 && posterior <= 1)).toBe(true);
});

test("evidence for the sequence is by the root of the words, and limited", () => {
  expect(limitedEvidence(6, 4)).toBe(6 / 2);
  expect(limitedEvidence(-6, 0)).toBe(-6);
  expect(limitedEvidence(1000, 4)).toBe(8);
  expect(limitedEvidence(-1000, 4)).toBe(-8);
});

import { expect, test } from "vitest";
import { unitsOf } from "../../../src/core/clean/units.ts";

const SENTENCE = "Harga beras naik lagi di pasar induk kemarin pagi. ";

test("a paragraph is a unit", () => {
  expect(unitsOf("Satu. Dua.\n\nTiga.")).toEqual([
    { span: { start: 0, end: 10 }, paragraph: 0, isSentence: false },
    { span: { start: 12, end: 17 }, paragraph: 1, isSentence: false },
  ]);
});

test("a long paragraph that is most of the document falls into its sentences", () => {
  const units = unitsOf(`Judul\n\n${SENTENCE.repeat(12)}`);
  expect(units).toHaveLength(1 + 12);
  expect(
    units.filter(({ isSentence }) => isSentence).every(({ paragraph }) => paragraph === 1),
  ).toBe(true);
});

test("a long paragraph among others stays whole", () => {
  const long = SENTENCE.repeat(12).trim();
  expect(unitsOf(`${long}\n\n${long}`)).toHaveLength(2);
});

test("a text of nothing has no unit", () => {
  expect(unitsOf(" \n\u200b\n")).toEqual([]);
});

import { expect, test } from "vitest";
import { labelUnits } from "../../../src/core/evaluate/label-units.ts";

const unit = (start: number, end: number) => ({ span: { start, end } });

test("a unit is spam when more than half of it is", () => {
  const units = [unit(0, 10), unit(10, 20), unit(20, 30), unit(30, 40)];
  // 4 of 10, 5 of 10, 6 of 10, all.
  const spam = [
    { start: 6, end: 15 },
    { start: 24, end: 40 },
  ];
  expect([...labelUnits(units, spam)]).toEqual([0, 0, 1, 1]);
});

test("several spans in one unit are added up", () => {
  const spam = [
    { start: 0, end: 3 },
    { start: 5, end: 8 },
  ];
  expect([...labelUnits([unit(0, 10)], spam)]).toEqual([1]);
});

test("without spans nothing is spam", () => {
  expect([...labelUnits([unit(0, 10)], [])]).toEqual([0]);
});

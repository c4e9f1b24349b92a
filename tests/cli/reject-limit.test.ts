import { expect, test } from "vitest";
import { exceedsLimit, parsePercent, parseRejectLimit } from "../../src/cli/reject-limit.ts";
import { EMPTY_TALLY } from "../../src/pipeline/clean-tally.ts";

function tally(documents: number, rejected: number) {
  return { ...EMPTY_TALLY, documents, rejected };
}

test("a number of records is a limit that may be reached and not passed", () => {
  const limit = parseRejectLimit("2");
  expect(exceedsLimit(limit, tally(0, 2))).toBe(false);
  expect(exceedsLimit(limit, tally(1000, 3))).toBe(true);
});

test("a share is one of all records, and judged from a hundred on", () => {
  const limit = parseRejectLimit("2.5%");
  expect(exceedsLimit(limit, tally(0, 99))).toBe(false);
  expect(exceedsLimit(limit, tally(195, 5))).toBe(false);
  expect(exceedsLimit(limit, tally(194, 6))).toBe(true);
});

test.for(["", "-1", "1.5", "101%", "5 %", "five"])("%j is no limit", (text) => {
  expect(() => parseRejectLimit(text)).toThrow("must be a number or a percentage, such as 5%");
});

test("a percentage is read as a share", () => {
  expect(parsePercent("60%")).toBe(0.6);
  expect(parsePercent("100%")).toBe(1);
});

test.for(["0%", "60", "", "100.1%"])("%j is no percentage above 0", (text) => {
  expect(() => parsePercent(text)).toThrow("must be a percentage above 0, such as 60%");
});

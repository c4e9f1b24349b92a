import { expect, test } from "vitest";
import { formatBytes, formatDuration, formatProgress } from "../../src/report/progress-line.ts";

const HALFWAY = {
  share: 0.25,
  bytes: 2e9,
  documents: 210_000,
  cut: 5120,
  rejected: 0,
  elapsedMs: 60_000,
};

test("a line says how far a run is, how fast, and how long it takes", () => {
  expect(formatProgress(HALFWAY)).toBe(
    "25 %, 2.0 GB, 210,000 documents, 3,500 a second, 5,120 cut, 3 min left",
  );
});

test("what cannot be known is left out, and what was rejected is said", () => {
  expect(formatProgress({ ...HALFWAY, share: undefined, rejected: 7 })).toBe(
    "2.0 GB, 210,000 documents, 3,500 a second, 5,120 cut, 7 rejected",
  );
  expect(formatProgress({ ...HALFWAY, share: 0, elapsedMs: 0 })).toContain("0 a second");
});

test.for([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [9_949_999, "9.9 MB"],
  [12_345_678, "12 MB"],
  [999_600_000, "1.0 GB"],
  [5e15, "5000 TB"],
] as const)("%d bytes are %s", ([bytes, text]) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.for([
  [400, "0 s"],
  [59_000, "59 s"],
  [59_900, "1 min"],
  [3_590_000, "1 h"],
  [7_500_000, "2 h 5 min"],
] as const)("%d ms are %s", ([ms, text]) => {
  expect(formatDuration(ms)).toBe(text);
});

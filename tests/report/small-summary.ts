import type { RunSummary } from "../../src/report/run-summary.ts";

/** The summary of a run through, for pages to show. */
export const SMALL_SUMMARY: RunSummary = {
  format: "tapis-summary",
  version: 1,
  outcome: "done",
  started: "2026-01-02T03:04:05.000Z",
  elapsedMs: 61_000,
  isResumed: false,
  inputs: 1,
  bytes: 1234,
  documents: 1000,
  paragraphs: 20_000,
  cut: 1234,
  rejected: 0,
  spared: 0,
  dropped: 0,
  threshold: null,
};

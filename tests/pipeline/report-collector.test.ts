import { expect, test } from "vitest";
import { ReportCollector } from "../../src/pipeline/report-collector.ts";
import type { ReportEntry } from "../../src/pipeline/report-entry.ts";

function entryOf(number: number, parts: Partial<ReportEntry> = {}): ReportEntry {
  const text = `slot ${number} `.repeat(100);
  const paragraph = { text, verdict: "cut", posterior: 0.99, skipped: 0 } as const;
  return {
    place: `a.jsonl:${number}`,
    id: undefined,
    site: "a.jsonl",
    doubt: (number % 1000) / 1000,
    paragraphs: [paragraph],
    posteriors: [0.99],
    ...parts,
  };
}

test("a few documents are all there, the most doubtful first", () => {
  const collector = new ReportCollector();
  for (const number of [3, 900, 20]) collector.take(entryOf(number));
  const { entries, flagged, histogram, kinds, sites } = collector.collect();
  expect(entries.map(({ place }) => place)).toEqual(["a.jsonl:900", "a.jsonl:20", "a.jsonl:3"]);
  expect(flagged).toBe(3);
  expect(histogram).toEqual([...Array<number>(19).fill(0), 3]);
  expect(kinds).toEqual([{ name: "slot machines", count: 3 }]);
  expect(sites).toEqual([{ name: "a.jsonl", count: 3 }]);
});

test("of very many, the most doubtful stay, and a sample of the others from all over", () => {
  const collector = new ReportCollector();
  for (let number = 0; number < 50_000; number += 1) {
    collector.take(entryOf(number, { site: `site ${number % 100}` }));
  }
  const { entries, flagged, sites } = collector.collect();
  expect(flagged).toBe(50_000);
  expect(entries.length).toBeGreaterThan(500);
  expect(entries.length).toBeLessThan(2500);
  expect(entries[0]?.doubt).toBe(0.999);
  const sample = entries.slice(-300).map(({ place }) => Number(place.slice(8)));
  const mean = sample.reduce((sum, number) => sum + number, 0) / sample.length;
  expect(mean).toBeGreaterThan(20_000);
  expect(mean).toBeLessThan(30_000);
  expect(sites).toHaveLength(13);
  expect(sites.at(-1)).toEqual({ name: "others", count: 88 * 500 });
});

import { expect, test } from "vitest";
import type { Counts, Label } from "../../../src/core/model/counts.ts";
import { poolCounts } from "../../../src/core/model/pool.ts";

const table = (
  label: Label,
  lang: string,
  paragraphs: number,
  words: Readonly<Record<string, number>>,
  source = "site",
): Counts => ({ label, lang, source, paragraphs, words: new Map(Object.entries(words)) });

/** Share of a label's paragraphs that hold a word. */
function share(pool: ReturnType<typeof poolCounts>, label: Label, word: string): number {
  const index = pool.words.indexOf(word);
  return (pool.counts[label][index] ?? Number.NaN) / pool.paragraphs[label];
}

test("a language has the same share of each label, however little spam of it there is", () => {
  const pool = poolCounts([
    table("ham", "id", 900, { yang: 900 }),
    table("ham", "en", 100, { the: 100 }),
    table("spam", "id", 10, { yang: 10 }),
    table("spam", "en", 4000, { the: 4000 }),
  ]);
  // Indonesian has 0.5 and English 0.25 of the two languages' 0.75.
  for (const label of ["ham", "spam", "gambling-news"] as const) {
    expect(share(pool, label, "yang")).toBeCloseTo(0.5 / 0.75, 12);
    expect(share(pool, label, "the")).toBeCloseTo(0.25 / 0.75, 12);
  }
});

test("a source counts by the square root of its size", () => {
  const pool = poolCounts([
    table("ham", "id", 400, { besar: 400 }, "big"),
    table("ham", "id", 100, { kecil: 100 }, "small"),
  ]);
  // √400 = 20 and √100 = 10.
  expect(share(pool, "ham", "besar")).toBeCloseTo(20 / 30, 12);
  expect(share(pool, "ham", "kecil")).toBeCloseTo(10 / 30, 12);
});

test("spam that was written for training counts half of what was found, news as much", () => {
  const pool = poolCounts([
    table("spam", "id", 100, { sungguhan: 100 }, "operator/situs"),
    table("spam", "id", 100, { tulisan: 100 }, "seeds/spam/halaman"),
    table("ham", "en", 100, { found: 100 }, "site"),
    table("ham", "en", 100, { written: 100 }, "seeds/news/en"),
  ]);
  expect(share(pool, "spam", "sungguhan")).toBeCloseTo(2 * share(pool, "spam", "tulisan"), 12);
  expect(share(pool, "ham", "found")).toBeCloseTo(share(pool, "ham", "written"), 12);
});

test("the background is ordinary text mixed into spam and into gambling news", () => {
  const pool = poolCounts(
    [table("ham", "id", 100, { yang: 50 }), table("spam", "id", 100, { slot: 100 })],
    { background: 30, newsBackground: 5 },
  );
  // √100 = 10 weighted paragraphs of spam, and 30 of ordinary text, half of which hold "yang".
  expect(share(pool, "spam", "slot")).toBeCloseTo(10 / 40, 12);
  expect(share(pool, "spam", "yang")).toBeCloseTo((30 * 0.5) / 40, 12);
  // No gambling news at all: it is taken for ordinary text.
  expect(share(pool, "gambling-news", "yang")).toBeCloseTo(0.5, 12);
  expect(share(pool, "gambling-news", "slot")).toBe(0);
});

test("news about gambling is not counted with other ham", () => {
  const pool = poolCounts([
    table("ham", "id", 100, { harga: 100 }),
    table("gambling-news", "id", 100, { judi: 100 }),
  ]);
  expect(share(pool, "ham", "judi")).toBe(0);
  // 100 paragraphs count 10, their square root, beside a background of 20: 10 / 30.
  expect(share(pool, "gambling-news", "judi")).toBeCloseTo(10 / 30, 12);
});

test("nothing pools to nothing", () => {
  expect(poolCounts([]).words).toEqual([]);
});

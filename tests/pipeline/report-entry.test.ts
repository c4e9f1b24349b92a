import { describe, expect, test } from "vitest";
import { cleanEntry } from "../../src/pipeline/clean-entry.ts";
import { reportEntry } from "../../src/pipeline/report-entry.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

function entryOf(text: string, { name = "in/a.txt", line = 1, id = "" } = {}) {
  const document = { id: id === "" ? undefined : id, text, rewrite: () => "" };
  const place = { name, line: line === 0 ? undefined : line, bytes: new Uint8Array() };
  const entry = cleanEntry({ kind: "document", ...place, document }, standInCleaner);
  if (entry.kind !== "document") throw new Error("a text is a document");
  return reportEntry(entry);
}

test("a document without anything doubtful is not in a report", () => {
  expect(entryOf("news\nmore news")).toBeUndefined();
});

test("what was cut or is unsure is shown with its neighbours", () => {
  const lines = ["one", "two", "three", "slot", "four", "five", "six", "bonus"];
  const shown = entryOf(lines.join("\n"))?.paragraphs;
  expect(shown?.map(({ text, verdict, skipped }) => [text, verdict, skipped])).toEqual([
    ["three", "keep", 2],
    ["slot", "cut", 0],
    ["four", "keep", 0],
    ["six", "keep", 1],
    ["bonus", "unsure", 0],
  ]);
});

test("doubt is 1 at even odds and near 0 where all is certain", () => {
  expect(entryOf("slot")?.doubt).toBeCloseTo(4 * 0.99 * 0.01);
  expect(entryOf("slot\nbonus")?.doubt).toBeCloseTo(4 * 0.6 * 0.4);
});

test("however long a document is, little of it is shown", () => {
  const entry = entryOf(`${"slot ".repeat(10_000)}\n`.repeat(100));
  const length = entry?.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  expect(length).toBeLessThan(20_000);
});

describe("the site is", () => {
  test.for([
    ["the host of an address", { id: "https://www.News.example:80/a" }, "news.example"],
    ["else the file that has many documents", { name: "crawl/a.jsonl", line: 3 }, "a.jsonl"],
    ["or the folder of a file that is one", { name: "crawl/x/a.txt", line: 0 }, "crawl/x/"],
    ["or the file", { name: "a.txt", line: 0 }, "a.txt"],
  ] as const)("%s", ([, place, site]) => {
    expect(entryOf("slot", place)?.site).toBe(site);
  });
});

import { expect } from "vitest";
import { readTrainingTexts } from "../../src/pipeline/training-texts.ts";
import { test } from "../scratch.ts";

const rows = (...all: readonly object[]): string =>
  all.map((row) => `${JSON.stringify(row)}\n`).join("");
const ARTICLE = { title: "Judul", paragraphs: ["Satu.", "Dua."], lang: "id", kind: "news" };
const PIECE = { text: "Slot", lang: "id", kind: "heading", run: "1" };

test("reads articles, each of its own source or of the file's", async ({ scratch }) => {
  const path = await scratch.write(
    "a.jsonl",
    rows({ ...ARTICLE, source: "situs", url: "x" }, { ...ARTICLE, title: null }),
  );
  const { articles, runs } = await readTrainingTexts({
    articles: [{ path, source: "corpus" }],
    spam: [],
  });
  expect(articles).toEqual([
    { ...ARTICLE, source: "situs" },
    { ...ARTICLE, title: null, source: "corpus/id" },
  ]);
  expect(runs).toEqual([]);
});

test("puts the pieces of a page together, and those of another source apart", async ({
  scratch,
}) => {
  const path = await scratch.write(
    "s.jsonl",
    rows(
      { ...PIECE, source: "a" },
      { ...PIECE, source: "b" },
      { ...PIECE, source: "a", text: "Main", kind: "paragraph" },
      PIECE,
    ),
  );
  const { runs } = await readTrainingTexts({ articles: [], spam: [{ path, source: "seeds" }] });
  const pieces = [{ text: "Slot", kind: "heading" }];
  expect(runs).toEqual([
    { run: "1", lang: "id", source: "a", pieces: [...pieces, { text: "Main", kind: "paragraph" }] },
    { run: "1", lang: "id", source: "b", pieces },
    { run: "1", lang: "id", source: "seeds/1", pieces },
  ]);
});

test("marks the sources of files that are measured on, the rows' own and the file's", async ({
  scratch,
}) => {
  const articles = await scratch.write("a.jsonl", rows({ ...ARTICLE, source: "situs" }, ARTICLE));
  const spam = await scratch.write("s.jsonl", rows({ ...PIECE, source: "a" }, PIECE));
  const texts = await readTrainingTexts({
    articles: [
      { path: articles, source: "corpus", isMeasured: true },
      { path: articles, source: "corpus" },
    ],
    spam: [
      { path: spam, source: "corpus" },
      { path: spam, source: "corpus", isMeasured: true },
    ],
  });
  expect(texts.articles.map(({ source }) => source)).toEqual([
    "situs (measured)",
    "corpus/id (measured)",
    "situs",
    "corpus/id",
  ]);
  // Pages of one name are apart where one of them is measured on.
  expect(texts.runs.map(({ source, pieces }) => [source, pieces.length])).toEqual([
    ["a", 1],
    ["corpus/1", 1],
    ["a (measured)", 1],
    ["corpus/1 (measured)", 1],
  ]);
});

test.for([
  ["oops\n", "is not JSON"],
  [rows({ ...ARTICLE, paragraphs: "Satu." }), "paragraphs"],
] as const)("names the line of a row that is none: %s", async ([row, message], { scratch }) => {
  const path = await scratch.write("a.jsonl", rows(ARTICLE) + row);
  const read = readTrainingTexts({ articles: [{ path, source: "corpus" }], spam: [] });
  await expect(read).rejects.toMatchObject({
    code: "ERR_RECORD_FORMAT",
    message: expect.stringContaining(`${path}:2: `),
  });
  await expect(read).rejects.toThrow(message);
});

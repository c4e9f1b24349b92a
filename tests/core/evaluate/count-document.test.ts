import { expect, test } from "vitest";
import { countDocument } from "../../../src/core/evaluate/count-document.ts";

const document = (text: string, spam: readonly { start: number; end: number }[]) => ({
  id: "x",
  text,
  lang: "ms",
  slice: "tail",
  kind: "news",
  source: "situs",
  spam,
});
const ORIGIN = { lang: "ms", source: "situs" };

test("paragraphs are counted under their label", () => {
  // "Pasar ramai." 0–12, "Pasar sepi." 14–25, "Slot slot!" 27–37.
  const text = "Pasar ramai.\n\nPasar sepi.\n\nSlot slot!";
  expect(countDocument(document(text, [{ start: 27, end: 37 }]))).toEqual([
    {
      ...ORIGIN,
      label: "ham",
      paragraphs: 2,
      words: new Map([
        ["pasar", 2],
        ["ramai", 1],
        ["sepi", 1],
      ]),
    },
    { ...ORIGIN, label: "spam", paragraphs: 1, words: new Map([["slot", 1]]) },
  ]);
});

test("a label without a paragraph has no table", () => {
  expect(countDocument(document("Pasar.", [])).map(({ label }) => label)).toEqual(["ham"]);
  expect(
    countDocument(document("Slot!", [{ start: 0, end: 5 }])).map(({ label }) => label),
  ).toEqual(["spam"]);
  expect(countDocument(document(" \n", []))).toEqual([]);
});

test("flattened text is counted by the sentence", () => {
  const news = "Harga beras naik lagi di pasar induk kemarin. ".repeat(12);
  const text = `${news}Situs slot gacor.`;
  const tables = countDocument(document(text, [{ start: news.length, end: text.length }]));
  expect(tables.map(({ label, paragraphs }) => [label, paragraphs])).toEqual([
    ["ham", 12],
    ["spam", 1],
  ]);
});

import { expect, test } from "vitest";
import { formatInspection, type InspectedDocument } from "../../src/report/inspection.ts";

const DOCUMENT: InspectedDocument = {
  title: "a.txt",
  paragraphs: [
    {
      text: "Harga beras naik di pasar induk pekan ini.",
      verdict: "keep",
      posterior: 0.004,
      words: [
        { word: "beras", logOdds: -4.12 },
        { word: "pasar", logOdds: -2.5 },
      ],
    },
    {
      text: "Bonus besar",
      verdict: "unsure",
      posterior: 0.71,
      words: [{ word: "bonus", logOdds: 2 }],
    },
    { text: "slot gacor", verdict: "cut", posterior: 1, words: [] },
  ],
};

test("shows verdict, posterior, text and words of each paragraph", () => {
  expect(formatInspection(DOCUMENT, { width: 44, isColored: false })).toMatchInlineSnapshot(`
    "a.txt: 3 paragraphs, 1 cut, 1 unsure

    keep    0.00  Harga beras naik di pasar
                  induk pekan ini.
                  beras -4.1, pasar -2.5

    unsure  0.71  Bonus besar
                  bonus +2.0

    cut     1.00  slot gacor

    "
  `);
});

test("crosses out what is cut and marks what is unsure, line by line", () => {
  const lines = formatInspection(DOCUMENT, { width: 44, isColored: true }).split("\n");
  expect(lines[0]).toBe("\u001B[1ma.txt: 3 paragraphs, 1 cut, 1 unsure\u001B[0m");
  expect(lines).toContain("unsure  0.71  \u001B[33mBonus besar\u001B[0m");
  expect(lines).toContain("              \u001B[2mbonus +2.0\u001B[0m");
  expect(lines).toContain("cut     1.00  \u001B[31;9mslot gacor\u001B[0m");
});

test("no control character of a document reaches the terminal", () => {
  const hostile = "\u001B]0;owned\u0007 \u009B2J x\u202Ey\rz\u0000";
  const shown = formatInspection(
    {
      title: hostile,
      paragraphs: [
        { text: hostile, verdict: "keep", posterior: 0, words: [{ word: hostile, logOdds: 1 }] },
      ],
    },
    { width: 80, isColored: false },
  );
  expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u);
});

test("a terminal of no width to speak of still gets text", () => {
  expect(formatInspection(DOCUMENT, { width: 1, isColored: false })).toContain("Harga beras naik");
});

test("a document without paragraphs has a title only", () => {
  expect(formatInspection({ title: "a", paragraphs: [] }, { width: 80, isColored: false })).toBe(
    "a: 0 paragraphs, 0 cut, 0 unsure\n\n",
  );
});

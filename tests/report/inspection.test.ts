import { expect, test } from "vitest";
import type { Evidence } from "../../src/core/clean/decision.ts";
import { describeAttribution, describeEvidence } from "../../src/report/evidence-text.ts";
import { formatInspection, type InspectedDocument } from "../../src/report/inspection.ts";

const EVIDENCE: Evidence = {
  wordLogOdds: 3,
  contextLogOdds: 2,
  newsOverlap: 0.021,
  spamOverlap: 0.4,
  disguisedShare: 0,
};
const UNKNOWN = { evidence: EVIDENCE, attribution: undefined };

const DOCUMENT: InspectedDocument = {
  title: "a.txt",
  paragraphs: [
    {
      text: "Harga beras naik di pasar induk pekan ini.",
      verdict: "keep",
      posterior: 0.004,
      ...UNKNOWN,
      words: [
        { word: "beras", logOdds: -4.12 },
        { word: "pasar", logOdds: -2.5 },
      ],
    },
    {
      text: "Bonus besar",
      verdict: "unsure",
      posterior: 0.71,
      ...UNKNOWN,
      words: [{ word: "bonus", logOdds: 2 }],
    },
    {
      text: "slot gacor",
      verdict: "cut",
      posterior: 1,
      words: [],
      evidence: { ...EVIDENCE, disguisedShare: 0.5 },
      attribution: {
        logOdds: 6.74,
        parts: [
          { name: "words", logOdds: 8.2 },
          { name: "calibration", logOdds: -1.5 },
          { name: "place", logOdds: 0.04 },
        ],
      },
    },
  ],
};

test("shows verdict, posterior, text and words of each paragraph", () => {
  expect(formatInspection(DOCUMENT, { width: 44, isColored: false })).toMatchInlineSnapshot(`
    "a.txt: 3 paragraphs, 1 cut, 1 unsure

    keep    0.00  Harga beras naik di pasar
                  induk pekan ini.
                  beras -4.1, pasar -2.5

    unsure  0.71  Bonus besar
                  words: bonus +2.0
                  topic: shares 2 % of its rare
                  words with the article, 40 %
                  with other spam
                  block: before a cut paragraph

    cut     1.00  slot gacor
                  topic: shares 2 % of its rare
                  words with the article, 40 %
                  with other spam
                  disguise: 50 % of its words
                  are written in look-alikes or
                  apart
                  log-odds +6.7 = its words
                  +8.2, calibration -1.5

    "
  `);
});

test("crosses out what is cut and marks what is unsure, line by line", () => {
  const lines = formatInspection(DOCUMENT, { width: 44, isColored: true }).split("\n");
  expect(lines[0]).toBe("\u001B[1ma.txt: 3 paragraphs, 1 cut, 1 unsure\u001B[0m");
  expect(lines).toContain("unsure  0.71  \u001B[33mBonus besar\u001B[0m");
  expect(lines).toContain("              \u001B[2mwords: bonus +2.0\u001B[0m");
  expect(lines).toContain("cut     1.00  \u001B[31;9mslot gacor\u001B[0m");
});

test("no control character of a document reaches the terminal", () => {
  const hostile = "\u001B]0;owned\u0007 \u009B2J x\u202Ey\rz\u0000";
  const shown = formatInspection(
    {
      title: hostile,
      paragraphs: [
        {
          text: hostile,
          verdict: "keep",
          posterior: 0,
          words: [{ word: hostile, logOdds: 1 }],
          ...UNKNOWN,
        },
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

test("a kept paragraph has words only; what a flagged one says is no secret", () => {
  const shown = formatInspection(DOCUMENT, { width: 120, isColored: false });
  expect(shown).toContain(
    "topic: shares 2 % of its rare words with the article, 40 % with other spam",
  );
  expect(shown).toContain("disguise: 50 % of its words are written in look-alikes or apart");
  expect(shown).toContain("log-odds +6.7 = its words +8.2, calibration -1.5");
  expect(shown.match(/topic:/g)).toHaveLength(2);
});

test.for([
  ["cut", "cut", "between two cut paragraphs"],
  ["cut", "keep", "after a cut paragraph"],
  [undefined, "cut", "before a cut paragraph"],
] as const)("a paragraph in a block says so: %s, %s", ([before, after, text]) => {
  expect(describeEvidence(EVIDENCE, { before, after })).toContain(`block: ${text}`);
});

test("what is too small to be named is the rest", () => {
  const parts = [0.04, 0.03, 1].map((logOdds) => ({ name: "look" as const, logOdds }));
  expect(describeAttribution({ logOdds: 1.07, parts })).toBe(
    "log-odds +1.1 = length and look +1.0, rest +0.1",
  );
});

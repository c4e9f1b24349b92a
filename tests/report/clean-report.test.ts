import { describe, expect, test } from "vitest";
import {
  renderCleanReport,
  type ShownDocument,
  type ShownRun,
} from "../../src/report/clean-report.ts";
import { SMALL_SUMMARY } from "./small-summary.ts";

const DOCUMENT: ShownDocument = {
  place: "a.jsonl:3",
  id: "https://news.example/1",
  doubt: 0.25,
  paragraphs: [
    { text: "The council met.", verdict: "keep", posterior: 0.01, words: [], skipped: 2 },
    {
      text: "slot (gacor) slot",
      verdict: "cut",
      posterior: 0.99,
      words: [
        { word: "slot", logOdds: 6.3 },
        { word: "(gacor)", logOdds: 5 },
        { word: "met", logOdds: -2 },
      ],
      skipped: 0,
    },
  ],
};

function runOf(entries: readonly ShownDocument[], parts: Partial<ShownRun> = {}): ShownRun {
  return {
    summary: SMALL_SUMMARY,
    entries,
    flagged: entries.length,
    histogram: [0, 1, 2, 4],
    sites: [{ name: "<b>", count: 3 }],
    kinds: [],
    campaigns: [],
    ...parts,
  };
}

test("a document is shown with what was cut struck through, and the words that spoke for it", () => {
  const page = renderCleanReport(runOf([DOCUMENT]));
  expect(page).toContain('<p class="skipped">… 2 paragraphs not shown …</p>');
  expect(page).toContain('<p class="keep">The council met.</p>');
  expect(page).toContain("<del><mark>slot</mark> <mark>(gacor)</mark> <mark>slot</mark></del>");
  expect(page).toContain("cut, 0.99: slot +6.3, (gacor) +5.0, met -2.0");
  expect(page).toContain("<b>1,234</b> paragraphs cut");
  expect(page).toContain("All documents in which something was cut");
});

test("it says so when not all are shown", () => {
  const page = renderCleanReport(runOf([DOCUMENT], { flagged: 5000 }));
  expect(page).toContain(
    "1 of 5,000 documents in which something was cut or is unsure: the most doubtful first",
  );
});

describe("nothing in a document becomes markup", () => {
  const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'\u202E`;

  test("not in its text, its words, its name or its id", () => {
    const paragraphs = (["keep", "cut", "unsure"] as const).map((verdict) => ({
      text: hostile,
      verdict,
      posterior: 0.5,
      words: [{ word: hostile, logOdds: 1 }],
      skipped: 0,
    }));
    const page = renderCleanReport(
      runOf([{ place: hostile, id: hostile, doubt: 1, paragraphs }], {
        kinds: [{ name: hostile, count: 1 }],
      }),
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("\u202E");
  });
});

import type { TextCleaner, CleanedText } from "../src/core/clean/cleaner.ts";

/**
 * A cleaner that needs no model: lines are paragraphs, a line with "slot" in it is cut together
 * with the line feed before it (at the head of the document, after it), and one with "bonus" is
 * unsure.
 */
export const standInCleaner: TextCleaner = { clean, explain, attribute };

const NO_EVIDENCE = {
  wordLogOdds: 0,
  contextLogOdds: 0,
  newsOverlap: 0,
  spamOverlap: 0,
  disguisedShare: 0,
};

function clean(text: string): CleanedText {
  const paragraphs: CleanedText["paragraphs"][number][] = [];
  const cuts: CleanedText["cuts"][number][] = [];
  let kept = "";
  let keptTo = 0;
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    const span = { start: index, end: index + line.length };
    const verdict = line.includes("slot") ? "cut" : line.includes("bonus") ? "unsure" : "keep";
    const posterior = { cut: 0.99, unsure: 0.6, keep: 0.01 }[verdict];
    paragraphs.push({ span, verdict, posterior, evidence: NO_EVIDENCE });
    if (verdict !== "cut") continue;
    const cut =
      kept === "" && keptTo === span.start
        ? { start: span.start, end: Math.min(text.length, span.end + 1) }
        : { start: Math.max(keptTo, span.start - 1), end: span.end };
    kept += text.slice(keptTo, cut.start);
    keptTo = cut.end;
    cuts.push({ span: cut, text: text.slice(cut.start, cut.end), posterior });
  }
  const paragraphCount = paragraphs.length;
  const highestPosterior = Math.max(0, ...paragraphs.map(({ posterior }) => posterior));
  return { text: kept + text.slice(keptTo), paragraphs, paragraphCount, highestPosterior, cuts };
}

function explain(text: string, span: { start: number; end: number }, limit = 5) {
  const words = text.slice(span.start, span.end).split(" ");
  return words.slice(0, limit).map((word) => ({ word, logOdds: word === "slot" ? 4.25 : -1.5 }));
}

function attribute(text: string) {
  return clean(text).paragraphs.map(({ posterior }) => {
    const logOdds = Math.log(posterior / (1 - posterior));
    const parts = [
      { name: "words" as const, logOdds: logOdds * 1.5 },
      { name: "neighbours" as const, logOdds: logOdds * -0.5 },
    ];
    return { logOdds, parts };
  });
}

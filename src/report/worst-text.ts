import type { WorstDocument, WrongParagraph } from "../core/evaluate/worst-documents.ts";
import { escapeControls } from "./escape-controls.ts";
import type { TerminalLook } from "./inspection.ts";
import { createPaint } from "./paint.ts";
import { wrapWords } from "./wrap-words.ts";

/** Paragraphs of one document beyond these are counted only. */
const SHOWN_PARAGRAPHS = 5;

/** Columns before a paragraph's text: `  spam left  0.42`, and a space. */
const GUTTER_COLUMNS = 18;
/** Text narrower than this is no longer readable. */
const LEAST_TEXT_COLUMNS = 20;

/** Lines about a document that did not come out exact: what went wrong in which paragraphs, and the words that weighed. */
export function formatWorst(document: WorstDocument, look: TerminalLook): string[] {
  const { id, slice, lang, kind, source, newsLost, spamLeft, wrongParagraphs } = document;
  const where = [id, slice, lang, kind, source]
    .filter((part) => part !== "")
    .map(escapeControls)
    .join(" · ");
  const lost = `${newsLost} characters of news lost, ${spamLeft} of spam left`;
  const lines = ["", ...wrapWords(where.split(" "), look.width), lost];
  if (wrongParagraphs.length === 0) {
    lines.push("  the cut lies between the right sentences, but not at the right word");
  }
  for (const paragraph of wrongParagraphs.slice(0, SHOWN_PARAGRAPHS)) {
    lines.push(...formatWrong(paragraph, look));
  }
  const more = wrongParagraphs.length - SHOWN_PARAGRAPHS;
  return more > 0 ? [...lines, `  and ${more} more`] : lines;
}

function formatWrong(
  { text, label, posterior, words }: WrongParagraph,
  { width, isColored }: TerminalLook,
): string[] {
  const paint = createPaint(isColored);
  const columns = Math.max(width - GUTTER_COLUMNS, LEAST_TEXT_COLUMNS);
  const body = wrapWords(text.split(/[\t\n\r ]+/).map(escapeControls), columns);
  const evidence = words.map(
    ({ word, logOdds }) => `${escapeControls(word)} ${logOdds > 0 ? "+" : ""}${logOdds.toFixed(1)}`,
  );
  const notes = wrapWords(evidence.join(", ").split(" "), columns);
  const verdict = label === "spam" ? "spam left" : "news lost";
  const gutter = `  ${verdict}  ${posterior.toFixed(2)}  `.padEnd(GUTTER_COLUMNS);
  const isLost = label === "ham";
  return [
    ...body.map((line) => (isLost ? paint(line, "cut") : line)),
    ...notes.map((line) => paint(line, "note")),
  ].map((line, index) => (index === 0 ? gutter : " ".repeat(GUTTER_COLUMNS)) + line);
}

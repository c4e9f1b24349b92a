import type { Attribution } from "../core/clean/attribution.ts";
import type { Evidence, Verdict } from "../core/clean/decision.ts";
import { escapeControls } from "./escape-controls.ts";
import {
  describeAttribution,
  describeEvidence,
  formatSigned,
  type Neighbours,
} from "./evidence-text.ts";
import { createPaint, type Paint } from "./paint.ts";
import { wrapWords } from "./wrap-words.ts";

/** A word and what it says, in nats: above 0 for spam, below 0 against it. */
export interface InspectedWord {
  readonly word: string;
  readonly logOdds: number;
}

/** A paragraph with its verdict and what led to it. */
export interface InspectedParagraph {
  readonly text: string;
  readonly verdict: Verdict;
  readonly posterior: number;
  /** Strongest first. */
  readonly words: readonly InspectedWord[];
  /** What else speaks for and against it; shown where it is cut or unsure. */
  readonly evidence: Evidence;
  /** Where its log-odds come from; undefined when nobody knows. */
  readonly attribution: Attribution | undefined;
}

/** A document to show. */
export interface InspectedDocument {
  /** Where it stands, or its id. */
  readonly title: string;
  readonly paragraphs: readonly InspectedParagraph[];
}

/** What the terminal can show. */
export interface TerminalLook {
  /** Columns. */
  readonly width: number;
  readonly isColored: boolean;
}

/** `unsure  0.71  `: the longest verdict, the posterior to two places, two spaces after each. */
const GUTTER_COLUMNS = 14;

/** Text narrower than this is no longer readable; a smaller terminal breaks the lines itself. */
const LEAST_TEXT_COLUMNS = 20;

/**
 * A document as terminal text: each paragraph with verdict and posterior beside it and its
 * strongest words below. Cut paragraphs are red and crossed out, unsure ones yellow. Nothing in the
 * document reaches the terminal unescaped.
 */
export function formatInspection(document: InspectedDocument, look: TerminalLook): string {
  const paint = createPaint(look.isColored);
  const textColumns = Math.max(look.width - GUTTER_COLUMNS, LEAST_TEXT_COLUMNS);
  const lines = [paint(formatTitle(document), "title"), ""];
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const neighbours = {
      before: document.paragraphs[index - 1]?.verdict,
      after: document.paragraphs[index + 1]?.verdict,
    };
    lines.push(...formatParagraph(paragraph, neighbours, { textColumns, paint }), "");
  }
  return `${lines.join("\n")}\n`;
}

function formatTitle({ title, paragraphs }: InspectedDocument): string {
  const count = (verdict: Verdict): number =>
    paragraphs.filter((paragraph) => paragraph.verdict === verdict).length;
  const total = `${paragraphs.length} paragraph${paragraphs.length === 1 ? "" : "s"}`;
  return `${escapeControls(title)}: ${total}, ${count("cut")} cut, ${count("unsure")} unsure`;
}

function formatParagraph(
  paragraph: InspectedParagraph,
  neighbours: Neighbours,
  { textColumns, paint }: { readonly textColumns: number; readonly paint: Paint },
): string[] {
  const { text, verdict, posterior } = paragraph;
  const mark = (line: string): string => (verdict === "keep" ? line : paint(line, verdict));
  const body = wrapWords(text.split(/[\t\n\r ]+/).map(escapeControls), textColumns);
  const notes = notesOf(paragraph, neighbours).flatMap((note) => wrapWords(note, textColumns));
  const gutter = `${verdict.padEnd(6)}  ${posterior.toFixed(2)}  `;
  return [...body.map(mark), ...notes.map((line) => paint(line, "note"))].map(
    (line, index) => (index === 0 ? gutter : " ".repeat(GUTTER_COLUMNS)) + line,
  );
}

/** What is said below a paragraph: note by note, word by word. */
function notesOf(
  { verdict, words, evidence, attribution }: InspectedParagraph,
  neighbours: Neighbours,
): string[][] {
  const weights = words.map(({ word, logOdds }, index) => {
    const comma = index < words.length - 1 ? "," : "";
    return `${escapeControls(word)} ${formatSigned(logOdds)}${comma}`;
  });
  if (verdict === "keep") return [weights];
  return [
    ...(weights.length === 0 ? [] : [["words:", ...weights]]),
    ...describeEvidence(evidence, neighbours).map((line) => line.split(" ")),
    ...(attribution === undefined ? [] : [describeAttribution(attribution).split(" ")]),
  ];
}

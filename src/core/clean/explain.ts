import { logAt, type WordTable } from "../model/word-table.ts";
import type { Span } from "../text/span.ts";
import { tokenize } from "../text/tokenize.ts";

/** A word and what it says by itself. */
export interface WordWeight {
  /** The word as it stands in the text. */
  readonly word: string;
  /** ln(P(word | spam)/P(word | ham)), in nats: above 0 for spam, below 0 against it. */
  readonly logOdds: number;
}

/** How many words are shown of a paragraph unless somebody asks for more. */
export const EXPLAINED_WORDS = 5;

/** The words of a part of a text that weigh most, strongest first, each once; words that the model does not know say nothing. */
export function explainWords(
  text: string,
  span: Span,
  table: WordTable,
  limit: number,
): WordWeight[] {
  const weights = new Map<string, WordWeight>();
  for (const token of tokenize(text, span.start, span.end)) {
    const index = table.find(token.text);
    if (index >= 0 && !weights.has(token.text)) {
      weights.set(token.text, {
        word: text.slice(token.start, token.end),
        logOdds: logAt(table.spam, index) - logAt(table.ham, index),
      });
    }
  }
  return [...weights.values()]
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, limit);
}

import { unitsOf } from "../clean/units.ts";
import { logAt, type WordTable } from "../model/word-table.ts";
import { foldedWords } from "../text/tokenize.ts";
import type { ScoredParagraph } from "./judge.ts";

/**
 * Naive Bayes alone, to compare with: each paragraph by itself scores the sum of the log-odds of its words, each word once,
 * in nats. What stands around it plays no part.
 */
export function judgeByWords(text: string, table: WordTable): ScoredParagraph[] {
  return unitsOf(text).map(({ span }) => {
    const words = new Set(foldedWords(text, span.start, span.end));
    let score = 0;
    for (const word of words) {
      const index = table.find(word);
      score += index < 0 ? 0 : logAt(table.spam, index) - logAt(table.ham, index);
    }
    return { span, score };
  });
}

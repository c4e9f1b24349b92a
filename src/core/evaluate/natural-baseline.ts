import { unitsOf } from "../clean/units.ts";
import { formatNaturalModel } from "../model/natural-model.ts";
import { logAt, makeWordTable, type WordTable } from "../model/word-table.ts";
import { foldedWords } from "../text/tokenize.ts";
import type { ScoredParagraph } from "./judge.ts";

/** The part of `natural`'s `BayesClassifier` that is called. */
export interface NaturalClassifier {
  classify(words: readonly string[]): string;
}

/** Makes a classifier of what a file of `natural` holds, as `BayesClassifier.restore` does. */
export type RestoreNatural = (parsed: unknown) => NaturalClassifier;

/**
 * `natural`'s `BayesClassifier`, to compare with: a paragraph that it calls spam scores 1, any other 0.
 *
 * It has the counts of our model, so that all texts of which the model has learnt are its too, and decides on our words of
 * each paragraph by itself. natural compares an observation with every word that it knows, a tenth of a second for each
 * paragraph; it is given those that stand in the document, which changes none of its answers, since it counts only words
 * that are present.
 */
export function judgeByNatural(
  text: string,
  table: WordTable,
  restore: RestoreNatural,
): ScoredParagraph[] {
  const paragraphs = unitsOf(text).map(({ span }) => ({
    span,
    words: foldedWords(text, span.start, span.end),
  }));
  const words = [...new Set(paragraphs.flatMap((paragraph) => paragraph.words))];
  const naturalFile: unknown = JSON.parse(formatNaturalModel(tableOf(words, table)));
  const classifier = restore(naturalFile);
  return paragraphs.map(({ span, words: ofParagraph }) => ({
    span,
    score: classifier.classify(ofParagraph) === "spam" ? 1 : 0,
  }));
}

/** The part of a table that holds some words; those that it does not know are left out. */
function tableOf(words: readonly string[], table: WordTable): WordTable {
  const known = words.flatMap((word) => {
    const index = table.find(word);
    return index < 0 ? [] : [{ word, index }];
  });
  const logsOf = (of: Int16Array): Float64Array =>
    Float64Array.from(known, ({ index }) => logAt(of, index));
  return makeWordTable(
    known.map(({ word }) => word),
    { ham: logsOf(table.ham), gamblingNews: logsOf(table.gamblingNews), spam: logsOf(table.spam) },
  );
}

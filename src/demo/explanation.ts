import type { TextCleaner } from "../core/clean/cleaner.ts";
import { describeAttribution, describeEvidence, formatSigned } from "../report/evidence-text.ts";
import type { ShownArticle } from "./article.ts";

/** A thing that speaks for or against a paragraph. */
export interface Reason {
  /** What kind of thing, in a word. */
  readonly title: string;
  readonly text: string;
}

const EXPLAINED_WORDS = 6;

/** Why each of some paragraphs of an article has its probability, in the words of `tapis inspect`; one list per index. */
export function explainParagraphs(
  cleaner: TextCleaner,
  { text, paragraphs }: ShownArticle,
  indices: readonly number[],
): Reason[][] {
  const attributions = cleaner.attribute(text);
  return indices.map((index) => {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) return [];
    const words = cleaner.explain(text, paragraph.span, EXPLAINED_WORDS);
    const attribution = attributions[index];
    const neighbours = {
      before: paragraphs[index - 1]?.verdict,
      after: paragraphs[index + 1]?.verdict,
    };
    const lines = [
      `words: ${words.map(({ word, logOdds }) => `${word} ${formatSigned(logOdds)}`).join(", ") || "none that the model knows"}`,
      ...describeEvidence(paragraph.evidence, neighbours),
      ...(attribution === undefined ? [] : [describeAttribution(attribution)]),
    ];
    return lines.map(reasonOf);
  });
}

/** `title: text`, or what is said of the log-odds, which stand before their own number. */
function reasonOf(line: string): Reason {
  const [, title = "", text = ""] = /^(log-odds|[^:]*):? (.*)$/su.exec(line) ?? [];
  return { title, text };
}

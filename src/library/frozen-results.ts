/** Results of the core as programs get them. Freezing is done here alone: batches, which nobody else sees, go without. */
import type { CleanedText } from "../core/clean/cleaner.ts";
import { once } from "../core/once.ts";
import { frozen } from "./freeze.ts";
import type { CleanResult, Paragraph, ParagraphsResult } from "./results.ts";

/** What was made of a text, frozen; its paragraphs when they are asked for. */
export function frozenText(original: string, cleaned: CleanedText): CleanResult {
  return lazyResult(cleaned, () =>
    cleaned.paragraphs.map(({ span, ...decision }): Paragraph => ({
      span,
      text: original.slice(span.start, span.end),
      ...decision,
    })),
  );
}

/** A result whose paragraphs are made when they are asked for. */
export function lazyResult(
  { text, cuts, paragraphCount, highestPosterior }: Omit<CleanResult, "paragraphs">,
  makeParagraphs: () => CleanResult["paragraphs"],
): CleanResult {
  const paragraphs = once(() => frozen(makeParagraphs()));
  return Object.freeze({
    text,
    get paragraphs() {
      return paragraphs();
    },
    paragraphCount,
    highestPosterior,
    cuts: frozen(cuts),
  });
}

/** The same of paragraphs that were given. */
export function lazyParagraphsResult(
  { text, highestPosterior }: Omit<ParagraphsResult, "paragraphs">,
  makeParagraphs: () => ParagraphsResult["paragraphs"],
): ParagraphsResult {
  const paragraphs = once(() => frozen(makeParagraphs()));
  return Object.freeze({
    text: frozen(text),
    get paragraphs() {
      return paragraphs();
    },
    highestPosterior,
  });
}

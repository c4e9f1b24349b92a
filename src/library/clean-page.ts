/** Cleans pages of HTML. Loaded only where there are such, with the parser. */
import { cleanText } from "../core/clean/cleaner.ts";
import type { Model } from "../core/model/model.ts";
import { parsePage } from "../formats/html/html.ts";
import { once } from "../core/once.ts";
import { frozen } from "./freeze.ts";
import type { DecidedParagraph, HtmlResult } from "./results.ts";

/** Cleans a page; `threshold` is the least posterior at which a paragraph is cut. */
export function cleanPage(html: string, model: Model, threshold: number): HtmlResult {
  const page = parsePage(html, "clean");
  const cleaned = cleanText(page.text, model, threshold);
  const paragraphs = once(() =>
    frozen(
      cleaned.paragraphs.map(({ span, ...decision }): DecidedParagraph => ({
        text: page.text.slice(span.start, span.end),
        ...decision,
      })),
    ),
  );
  return Object.freeze({
    html: page.rewrite(cleaned),
    text: page.rewriteAsText(cleaned),
    get paragraphs() {
      return paragraphs();
    },
    highestPosterior: cleaned.highestPosterior,
  });
}

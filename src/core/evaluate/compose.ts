import type { Span } from "../text/span.ts";
import { disguiseWords } from "./disguise.ts";
import { drawBlocks, drawRun, oneLine, type SpamRun } from "./draw-spam.ts";
import type { LabelledDocument } from "./labelled-document.ts";
import { ownerOf } from "./measured-sources.ts";
import { drawInteger, drawOne, drawWeighted, type Random } from "../model/random.ts";

/** A real article, as scraped: the ham of a composed document. */
export interface Article {
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  readonly lang: string;
  readonly kind: string;
  readonly source: string;
}

/** A labelled document, with the source of its article and the owner of that of its spam. */
export interface ComposedDocument extends LabelledDocument {
  readonly sources: readonly string[];
}

/** Where and how the spam stands in a composed document, and how often each is drawn. */
const SLICES: readonly (readonly [slice: string, weight: number])[] = [
  ["tail", 26],
  ["tail-mixed", 14],
  ["head", 6],
  ["middle", 8],
  ["two-blocks", 8],
  ["flattened", 10],
  ["obfuscated", 5],
  ["other-language", 6],
  ["all-spam", 4],
  ["clean", 28],
  ["gambling-news", 12],
  ["gambling-news-tail", 7],
];

/** Words of which an article *about* gambling holds two or more. */
const GAMBLING =
  /\b(?:judi|judol|perjudian|togel|toto|slot|kasino|casino|taruhan|bertaruh|lotere|loteri|lottery|gambling|gambler|betting|bookmakers?|poker|jackpot|undian)\b/giu;
const SEPARATORS: readonly (readonly [separator: string, weight: number])[] = [
  ["\n\n", 5],
  ["\n", 4],
  ["\r\n\r\n", 1],
];

/**
 * Composes one labelled document: a drawn article with drawn spam in it, in one of the ways spam is injected.
 *
 * Sites are drawn in proportion to the cube root of their size and spam sources to the square root, so that neither one
 * big one nor many small ones decide. Spam is of the article's language where there is some, but for the slice `other-language`.
 */
export function composeDocument(
  articles: readonly (readonly Article[])[],
  spam: readonly (readonly SpamRun[])[],
  random: Random,
  id: string,
): ComposedDocument {
  const slice = drawWeighted(random, SLICES, ([, weight]) => weight)[0];
  const article = drawArticle(articles, slice.startsWith("gambling-news"), random);
  const isFlattened = slice === "flattened" || (slice === "clean" && random() < 0.08);
  const separator = isFlattened ? " " : drawWeighted(random, SEPARATORS, ([, weight]) => weight)[0];
  const paragraphs = paragraphsOf(article, random);
  const isClean = slice === "clean" || slice === "gambling-news";
  const run = isClean ? undefined : drawRun(spam, article.lang, slice === "other-language", random);
  if (run === undefined) {
    return labelled(id, article, isClean ? slice : "clean", separator, [
      { isSpam: false, paragraphs },
    ]);
  }
  const takesAll = slice === "tail-mixed" || random() < 0.1;
  const how = {
    takesAll,
    count: slice === "two-blocks" ? 2 : 1,
    least: takesAll ? 3 : slice === "all-spam" ? 2 : 1,
  };
  const blocks = drawBlocks(run, how, random).map((block) =>
    slice === "obfuscated"
      ? block.map((text) => disguiseWords(text, 0.2 + 0.3 * random(), random))
      : block,
  );
  const parts = arrange(slice, paragraphs, blocks, random);
  return labelled(id, article, slice, separator, parts, ownerOf(run.source));
}

function drawArticle(
  articles: readonly (readonly Article[])[],
  isAboutGambling: boolean,
  random: Random,
): Article {
  const eligible = isAboutGambling
    ? articles
        .map((ofSource) => ofSource.filter(mentionsGambling))
        .filter((ofSource) => ofSource.length > 0)
    : articles;
  return drawOne(
    random,
    drawWeighted(random, eligible.length > 0 ? eligible : articles, (ofSource) =>
      Math.cbrt(ofSource.length),
    ),
  );
}

/** Whether an article has been looked through, and what was found. */
const mentions = new WeakMap<Article, boolean>();

/** Whether an article holds two or more words of gambling: news about it, or something like it. */
export function mentionsGambling(article: Article): boolean {
  let isAbout = mentions.get(article);
  if (isAbout === undefined) {
    isAbout = (article.paragraphs.join("\n").match(GAMBLING)?.length ?? 0) >= 2;
    mentions.set(article, isAbout);
  }
  return isAbout;
}

interface Part {
  readonly isSpam: boolean;
  readonly paragraphs: readonly string[];
}

function arrange(
  slice: string,
  article: readonly string[],
  blocks: readonly (readonly string[])[],
  random: Random,
): Part[] {
  const [first = [], second = []] = blocks;
  const ham = (from: number, to?: number): Part => ({
    isSpam: false,
    paragraphs: article.slice(from, to),
  });
  const spam = (paragraphs: readonly string[]): Part => ({ isSpam: true, paragraphs });
  const middle = article.length > 1 ? drawInteger(random, 1, article.length - 1) : 1;
  switch (slice) {
    case "head":
      return [spam(first), ham(0)];
    case "middle":
      return [ham(0, middle), spam(first), ham(middle)];
    case "two-blocks":
      return [ham(0, middle), spam(first), ham(middle), spam(second)];
    case "all-spam":
      return [spam(first)];
    default:
      return [ham(0), spam(first)];
  }
}

function paragraphsOf(article: Article, random: Random): readonly string[] {
  const lines = article.paragraphs.map(oneLine).filter((text) => text !== "");
  const withTitle =
    article.title !== null && random() < 0.4 ? [oneLine(article.title), ...lines] : lines;
  return withTitle.slice(0, 60);
}

function labelled(
  id: string,
  article: Article,
  slice: string,
  separator: string,
  parts: readonly Part[],
  spamOwner?: string,
): ComposedDocument {
  const spam: Span[] = [];
  let text = "";
  for (const part of parts) {
    if (part.paragraphs.length === 0) {
      continue;
    }
    const start = text === "" ? 0 : text.length + separator.length;
    text += (text === "" ? "" : separator) + part.paragraphs.join(separator);
    if (part.isSpam) {
      spam.push({ start, end: text.length });
    }
  }
  const { lang, kind, source } = article;
  const sources = spamOwner === undefined ? [source] : [source, spamOwner];
  return { id, text, lang, slice, kind, source, spam, sources };
}

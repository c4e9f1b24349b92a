import { drawInteger, drawOne, type Random, seededRandom } from "../../src/core/model/random.ts";
import type { Span } from "../../src/core/text/span.ts";
import {
  type ParagraphTemplate,
  parseTemplate,
  type Writer,
  writeParagraph,
} from "./article-template.ts";
import type { ExampleArticle, ExampleTexts, Vocabulary } from "./example-texts.ts";

/** An article for measuring, with the truth about it. */
export interface GeneratedArticle {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  /** The injected spans: half-open, in UTF-16 code units of `text`; empty when the article is clean. */
  readonly spam: readonly Span[];
}

/** Options for {@link generateArticles}. */
export interface GenerateOptions {
  /** The same seed gives the same articles. */
  readonly seed: number;
  /**
   * Share of the articles that spam is injected into, in [0, 1].
   * @defaultValue 0
   */
  readonly spamShare?: number;
  /**
   * Length of an article without spam, in code units; it varies by a fifth.
   * @defaultValue 3800
   */
  readonly length?: number;
}

/** Length of an ordinary article. */
const LENGTH = 3800;
/** Share of the articles that are news, recipes and the like; the others speak of accounts, payments and games. */
const EXAMPLE_SHARE = 0.9;
/** Share of an article's long words that are others than in the example. */
const OTHER_WORDS = 0.3;

/**
 * Articles without end, about 4 kB each: an example article, told again until it is long enough, with the sentences of each
 * paragraph in another order, other numbers and names throughout, and three in ten of its long words drawn from those of
 * real articles, common ones more often. Injected spam is a part of one spam page, three times out of four at the end.
 *
 * Articles of several examples, one behind the other, were tried: the model takes them for what they are, an article with
 * something else in it, and cuts one in three. These it takes as it takes real articles of that length: of 300 clean ones it
 * cut none and was unsure of something in 11, and of 300 with spam it got 243 exactly; they have as many different words, too.
 */
export function* generateArticles(
  texts: ExampleTexts,
  options: GenerateOptions,
): Generator<GeneratedArticle, never, void> {
  const { seed, spamShare = 0, length = LENGTH } = options;
  const random = seededRandom(seed);
  const examples = texts.examples.map(templateOf);
  const ordinary = texts.ordinary.map(templateOf);
  const spam = texts.spam.map(({ lang, pieces }) => templateOf({ lang, paragraphs: pieces }));
  for (let number = 1; ; number++) {
    const article = drawOne(random, random() < EXAMPLE_SHARE ? examples : ordinary);
    const { lang } = article;
    const writer: Writer = {
      names: new Map(),
      random,
      word: otherWords(texts.vocabularies, lang, random),
    };
    const paragraphs = writeArticle(article, length, writer);
    const block = random() < spamShare ? writeBlock(spam, lang, writer) : [];
    yield { id: `article-${number}`, lang, ...joined(paragraphs, block, random) };
  }
}

interface SourceTemplate {
  readonly lang: string;
  readonly paragraphs: readonly ParagraphTemplate[];
}

function templateOf({
  lang,
  paragraphs,
}: Pick<ExampleArticle, "lang" | "paragraphs">): SourceTemplate {
  return { lang, paragraphs: paragraphs.map(parseTemplate) };
}

function otherWords(
  vocabularies: readonly Vocabulary[],
  articleLang: string,
  random: Random,
): (text: string) => string {
  const vocabulary = vocabularies.find(({ lang }) => lang === articleLang);
  return (text) =>
    vocabulary !== undefined && random() < OTHER_WORDS ? drawWord(vocabulary, random) : text;
}

/** Draws a word, each as often as it stands in real articles. */
function drawWord({ words, sums }: Vocabulary, random: Random): string {
  const at = random() * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > at) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return words[low] ?? "";
}

function writeArticle(
  { paragraphs: [title, ...body] }: SourceTemplate,
  usualLength: number,
  writer: Writer,
): string[] {
  const length = usualLength * (0.8 + 0.4 * writer.random());
  const paragraphs = title === undefined ? [] : [writeParagraph(title, writer)];
  let written = 0;
  for (let next = 0; written < length; next = (next + 1) % body.length) {
    const paragraph = writeParagraph(body[next] ?? [], writer);
    paragraphs.push(paragraph);
    written += paragraph.length + 2;
  }
  return paragraphs;
}

/** Three to six pieces of a spam page, mostly in the language of the article, in the page's own words. */
function writeBlock(
  spam: readonly SourceTemplate[],
  articleLang: string,
  writer: Writer,
): string[] {
  const { random } = writer;
  const lang = random() < 0.9 ? articleLang : "id";
  const { paragraphs } = drawOne(
    random,
    spam.filter((run) => run.lang === lang),
  );
  const count = drawInteger(random, 3, 6);
  const start = drawInteger(random, 0, Math.max(0, paragraphs.length - count));
  const inOwnWords = { ...writer, word: (text: string) => text };
  return paragraphs
    .slice(start, start + count)
    .map((template) => writeParagraph(template, inOwnWords));
}

function joined(
  article: readonly string[],
  block: readonly string[],
  random: Random,
): Pick<GeneratedArticle, "text" | "spam"> {
  if (block.length === 0) {
    return { text: article.join("\n\n"), spam: [] };
  }
  const place = random() < 0.75 ? article.length : drawInteger(random, 0, article.length);
  const before = article.slice(0, place).join("\n\n");
  const start = before === "" ? 0 : before.length + 2;
  const injected = block.join("\n\n");
  return {
    text: [...article.slice(0, place), ...block, ...article.slice(place)].join("\n\n"),
    spam: [{ start, end: start + injected.length }],
  };
}

/** An article as a line of JSON, a labelled document that `tapis evaluate` reads, with the line break. */
export function formatArticle({ id, lang, text, spam }: GeneratedArticle): string {
  const spans = spam.map(({ start, end }) => [start, end]);
  return `${JSON.stringify({ id, lang, spam: spans, text })}\n`;
}

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseLabelledDocument } from "../../src/core/evaluate/labelled-document.ts";
import { readExampleTexts } from "./example-texts.ts";
import { formatArticle, type GenerateOptions, generateArticles } from "./generate-articles.ts";

const TEXTS = await readExampleTexts(fileURLToPath(new URL("../../", import.meta.url)));
const SPAM_LINES = new Set(TEXTS.spam.flatMap(({ pieces }) => pieces).map(withoutVaried));

/** The letters of a text's sentences, in order of the alphabet, without what the generator varies. */
function withoutVaried(text: string): string {
  return (text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? []).toSorted().join(" ");
}

function draw(count: number, options: GenerateOptions) {
  const articles = generateArticles(TEXTS, options);
  return Array.from({ length: count }, () => articles.next().value);
}

describe("generated articles", () => {
  test("are the same for the same seed, and others for another", () => {
    const lines = (seed: number) => draw(50, { seed, spamShare: 0.5 }).map(formatArticle);
    expect(lines(7)).toEqual(lines(7));
    expect(lines(7)).not.toEqual(lines(8));
  });

  test("are about 4 kB each, and no two are alike", () => {
    const articles = draw(300, { seed: 1 });
    const mean = articles.reduce((sum, { text }) => sum + text.length, 0) / articles.length;
    expect(mean).toBeGreaterThan(3800);
    expect(mean).toBeLessThan(4600);
    expect(new Set(articles.map(({ text }) => text)).size).toBe(articles.length);
  });

  test("are as long as is asked for", () => {
    const [article] = draw(1, { seed: 1, length: 50_000 });
    expect(article?.text.length).toBeGreaterThan(40_000);
    expect(article?.text.length).toBeLessThan(62_000);
  });

  test("are clean unless told otherwise", () => {
    expect(draw(100, { seed: 1 }).every(({ spam }) => spam.length === 0)).toBe(true);
  });

  test("hold spam in the share that was asked for", () => {
    const articles = draw(400, { seed: 1, spamShare: 0.25 });
    const injected = articles.filter(({ spam }) => spam.length > 0);
    expect(injected.length / articles.length).toBeCloseTo(0.25, 1);
  });

  test("say where the spam stands, to the paragraph", () => {
    for (const { text, spam } of draw(100, { seed: 3, spamShare: 1 })) {
      const [{ start, end } = { start: 0, end: 0 }] = spam;
      const isSpam = (line: string): boolean => SPAM_LINES.has(withoutVaried(line));
      expect(text.slice(start, end).split("\n\n").every(isSpam)).toBe(true);
      const kept = [text.slice(0, start), text.slice(end)].flatMap((part) => part.split("\n\n"));
      expect(kept.filter((line) => line.length > 150 && isSpam(line))).toEqual([]);
      expect(kept.filter((line) => line === "").length).toBeLessThanOrEqual(2);
    }
  });

  test("are labelled documents, one a line", () => {
    for (const article of draw(20, { seed: 5, spamShare: 0.5 })) {
      const parsed = parseLabelledDocument(formatArticle(article), { place: "line", source: "x" });
      expect(parsed).toMatchObject(article);
    }
  });
});

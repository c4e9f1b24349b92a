import { expect, test } from "vitest";
import { articleOf } from "../../src/demo/article.ts";
import { explainParagraphs } from "../../src/demo/explanation.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

const TEXT = "News: of today\n\nslot gacor\n\nslot again";
const ARTICLE = articleOf(TEXT, standInCleaner.clean(TEXT).paragraphs, []);

test("a paragraph is explained as tapis inspect explains it", () => {
  expect(explainParagraphs(standInCleaner, ARTICLE, [1])).toEqual([
    [
      { title: "words", text: "slot +4.3, gacor -1.5" },
      {
        title: "topic",
        text: "shares 0 % of its rare words with the article, 0 % with other spam",
      },
      { title: "block", text: "before a cut paragraph" },
      { title: "log-odds", text: "+4.6 = its words +6.9, paragraphs around it -2.3" },
    ],
  ]);
});

test("words with colons in them stay as they are", () => {
  const [[words] = []] = explainParagraphs(standInCleaner, ARTICLE, [0]);
  expect(words).toEqual({ title: "words", text: "News: -1.5, of -1.5, today -1.5" });
});

test("there is nothing to say of a paragraph that is gone", () => {
  expect(explainParagraphs(standInCleaner, ARTICLE, [7])).toEqual([[]]);
});

import { describe, expect, test } from "vitest";
import { scoreText } from "../../../src/core/evaluate/score-text.ts";
import { labelled } from "./labelled.ts";

const DOCUMENT = labelled("news one\nnews two\n\n[slot gacor\nbonus\n]");

test("a text without the spam is exact, and loses and leaves nothing", () => {
  expect(scoreText(DOCUMENT, "news one\nnews two")).toEqual({
    isExact: true,
    newsCharacters: 8 + 8,
    newsLost: 0,
    spamCharacters: 10 + 5,
    spamLeft: 0,
  });
});

test("white space does not count", () => {
  expect(scoreText(DOCUMENT, "  news  one news\u00A0two\n\n\n").isExact).toBe(true);
});

test("lines that are gone are lost, lines of spam still there are left", () => {
  expect(scoreText(DOCUMENT, "news two\n\nbonus\n")).toMatchObject({
    isExact: false,
    newsLost: "news one".length,
    spamLeft: "bonus".length,
  });
});

test("a line that was cut in part is lost as a whole", () => {
  expect(scoreText(DOCUMENT, "news one\nnews").newsLost).toBe("news two".length);
});

test("a document of nothing but spam is exact when nothing is left", () => {
  expect(scoreText(labelled("[slot\ngacor]"), "").isExact).toBe(true);
});

test("spam cut out of the middle may leave no more than white space", () => {
  const middle = labelled("news\n[slot]\nnews");
  expect(scoreText(middle, "news\n\nnews").isExact).toBe(true);
  expect(scoreText(middle, "newsnews").isExact).toBe(false);
});

test("characters are code points, a letter beyond the first plane is one", () => {
  expect(scoreText(labelled("ab\n[𝐬𝐥𝐨𝐭]"), "ab").spamCharacters).toBe(4);
});

describe("flattened text", () => {
  const flattened = labelled("news of today [slot gacor now]", { slice: "flattened" });

  test("is counted by words", () => {
    expect(scoreText(flattened, "news of gacor now")).toMatchObject({
      isExact: false,
      newsCharacters: 4 + 2 + 5,
      newsLost: 5,
      spamCharacters: 4 + 5 + 3,
      spamLeft: 5 + 3,
    });
  });
});

import { expect, test } from "vitest";
import { guessFormat, INPUT_EXTENSIONS } from "../../src/formats/format-names.ts";

test.for([
  ["news/a.txt", "text"],
  ["README.MD", "text"],
  ["a.jsonl", "jsonl"],
  ["a.txt.ndjson", "jsonl"],
  ["a.jsonl.GZ", "jsonl"],
  ["a.txt.gz", "text"],
  ["a.json", "json"],
  ["a.CSV", "csv"],
  ["a.tsv.gz", "tsv"],
] as const)("guesses the format of %s", ([name, format]) => {
  expect(guessFormat(name)).toBe(format);
});

test.for(["a.doc", "a.gz", "article", "txt"])(
  "names the formats it reads when it cannot guess: %s",
  (name) => {
    expect(() => guessFormat(name)).toThrow(
      expect.objectContaining({
        code: "ERR_FORMAT_UNKNOWN",
        message: expect.stringContaining(`${name}: the name ends in none of .txt, .md, `),
      }),
    );
  },
);

test("folders are searched for packed files too", () => {
  expect(INPUT_EXTENSIONS).toEqual(expect.arrayContaining([".txt", ".md.gz", ".jsonl.gz"]));
});

import { expect, test } from "vitest";
import { guessFormat, INPUT_EXTENSIONS } from "../../src/formats/format-names.ts";

test.for([
  ["news/a.txt", "text"],
  ["README.MD", "text"],
  ["a.jsonl", "jsonl"],
  ["a.txt.ndjson", "jsonl"],
  ["a.jsonl.GZ", "jsonl"],
  ["a.txt.gz", "text"],
] as const)("guesses the format of %s", ([name, format]) => {
  expect(guessFormat(name)).toBe(format);
});

test.for(["a.doc", "a.gz", "article", "txt"])(
  "names the formats it reads when it cannot guess: %s",
  (name) => {
    expect(() => guessFormat(name)).toThrow(
      expect.objectContaining({
        code: "ERR_FORMAT_UNKNOWN",
        message: `${name}: the name says no format that is known, which are text (.txt, .md, .markdown) and jsonl (.jsonl, .ndjson); use --format to say which it is`,
      }),
    );
  },
);

test("folders are searched for packed files too", () => {
  expect(INPUT_EXTENSIONS).toEqual(expect.arrayContaining([".txt", ".md.gz", ".jsonl.gz"]));
});

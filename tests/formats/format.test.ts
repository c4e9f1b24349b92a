import { expect, test } from "vitest";
import { findFormat, guessFormat } from "../../src/formats/format.ts";
import { FORMAT_NAMES } from "../../src/formats/format-names.ts";

test.for([
  ["news/a.txt", "text"],
  ["README.MD", "text"],
  ["a.jsonl", "jsonl"],
  ["a.txt.ndjson", "jsonl"],
] as const)("guesses the format of %s", ([name, format]) => {
  expect(guessFormat(name).name).toBe(format);
});

test.for(["a.json", "a.jsonl.gz", "article", "txt"])(
  "names the formats it reads when it cannot guess: %s",
  (name) => {
    expect(() => guessFormat(name)).toThrow(
      expect.objectContaining({
        code: "ERR_FORMAT_UNKNOWN",
        message: `${name}: the name says no format that is known, which are text (.txt, .md) and jsonl (.jsonl, .ndjson); use --format to say which it is`,
      }),
    );
  },
);

test.for(FORMAT_NAMES)("finds the format %s by its name", (name) => {
  expect(findFormat(name).name).toBe(name);
});

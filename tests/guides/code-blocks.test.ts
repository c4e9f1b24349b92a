import { expect, test } from "vitest";
import { findCodeBlocks, parseTranscript } from "./code-blocks.ts";

test("finds blocks with their languages and lines", () => {
  expect(findCodeBlocks("One\n\n```sh\nls\n```\n\n```\n\n```\n")).toEqual([
    { language: "sh", code: "ls\n", line: 3 },
    { language: "", code: "\n", line: 7 },
  ]);
});

test.for(["- a\n  ```sh\n  ls\n  ```\n", "~~~\nls\n~~~\n", "```sh\nls\n"])(
  "does not pass over a block that it cannot read: %j",
  (markdown) => {
    expect(() => findCodeBlocks(markdown)).toThrow("fences");
  },
);

test("a transcript gives its commands and what they print", () => {
  const [first, second] = parseTranscript("$ ls -a\n.\n…\nb (c)\n$ true\n");
  expect(first?.command).toBe("ls -a");
  expect(".\nx\ny\nb (c)\n").toMatch(first?.output ?? /$^/);
  expect(".\nb (c)\n").toMatch(first?.output ?? /$^/);
  expect(".\nb (c)\nd\n").not.toMatch(first?.output ?? /^/);
  expect("x\n.\nb (c)\n").not.toMatch(first?.output ?? /^/);
  expect(".\nb (c) d\n").not.toMatch(first?.output ?? /^/);
  expect(second?.command).toBe("true");
  expect("").toMatch(second?.output ?? /$^/);
  expect("x\n").not.toMatch(second?.output ?? /^/);
});

test("a transcript may leave out a part of a line", () => {
  const [step] = parseTranscript('$ cat a\n{…"b":1}\n');
  expect('{"a":0,"b":1}\n').toMatch(step?.output ?? /$^/);
  expect('{"a":0,"b":2}\n').not.toMatch(step?.output ?? /^/);
});

test("a transcript without a command is none", () => {
  expect(() => parseTranscript("a\n$ ls\n")).toThrow("begins with a command");
});

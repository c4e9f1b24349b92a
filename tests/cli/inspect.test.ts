import { describe, expect } from "vitest";
import { test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

const RED = "\u001B[31;9m";

test("shows each paragraph with verdict, posterior and words", async ({ scratch }) => {
  const path = await scratch.write("a.txt", "news of today\nslot bonus\nbig bonus\n");
  const { exitCode, stdout, stderr } = await runCli(["inspect", path, "--words", "2"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout.replace(path, "a.txt")).toMatchInlineSnapshot(`
    "a.txt: 3 paragraphs, 1 cut, 1 unsure

    keep    0.01  news of today
                  news -1.5, of -1.5

    cut     0.99  slot bonus
                  words: slot +4.3, bonus -1.5
                  topic: shares 0 % of its rare words with the article, 0 % with
                  other spam
                  log-odds +4.6 = its words +6.9, paragraphs around it -2.3

    unsure  0.60  big bonus
                  words: big -1.5, bonus -1.5
                  topic: shares 0 % of its rare words with the article, 0 % with
                  other spam
                  block: after a cut paragraph
                  log-odds +0.4 = its words +0.6, paragraphs around it -0.2

    "
  `);
});

test("shows every document of JSON Lines, with line and id", async () => {
  const stdin = '{"id":"x","text":"news"}\n\n{"text":"slot"}\n';
  const { stdout } = await runCli(["inspect", "--format", "jsonl"], { stdin });
  expect(stdout.match(/^.+: 1 paragraph, .*$/gm)).toEqual([
    "<stdin>:1 (x): 1 paragraph, 0 cut, 0 unsure",
    "<stdin>:3: 1 paragraph, 1 cut, 0 unsure",
  ]);
});

test("a bad record is told and makes the exit code 1", async () => {
  const stdin = 'oops\n{"text":"news"}\n';
  const { exitCode, stdout, stderr } = await runCli(["inspect", "--format", "jsonl"], { stdin });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("news");
  expect(stderr).toContain("<stdin>:1: not JSON");
});

test("an escape sequence in an article does not reach the terminal", async () => {
  const { stdout } = await runCli(["inspect"], { stdin: "\u001B]0;owned\u0007", columns: 80 });
  expect(stdout).toContain(String.raw`\u{1b}]0;owned\u{7}`);
});

test("wraps to the width of the terminal", async () => {
  const { stdout } = await runCli(["inspect", "--no-color"], {
    stdin: "word ".repeat(50),
    columns: 40,
  });
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBe(14 + 24);
});

describe("colours", () => {
  test.for([
    { name: "a pipe has none", args: [], world: {}, isColored: false },
    { name: "a terminal has them", args: [], world: { columns: 80 }, isColored: true },
    {
      name: "NO_COLOR stops them",
      args: [],
      world: { columns: 80, env: { NO_COLOR: "1" } },
      isColored: false,
    },
    {
      name: "an empty NO_COLOR does not",
      args: [],
      world: { columns: 80, env: { NO_COLOR: "" } },
      isColored: true,
    },
    {
      name: "a dumb terminal has none",
      args: [],
      world: { columns: 80, env: { TERM: "dumb" } },
      isColored: false,
    },
    { name: "--color is stronger than a pipe", args: ["--color"], world: {}, isColored: true },
    {
      name: "--color is stronger than NO_COLOR",
      args: ["--color"],
      world: { env: { NO_COLOR: "1" } },
      isColored: true,
    },
    {
      name: "--no-color is stronger than a terminal",
      args: ["--no-color"],
      world: { columns: 80 },
      isColored: false,
    },
  ])("$name", async ({ args, world, isColored }) => {
    const { stdout } = await runCli(["inspect", ...args], { stdin: "slot", ...world });
    expect(stdout.includes(RED)).toBe(isColored);
  });
});

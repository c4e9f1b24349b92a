import { expect } from "vitest";
import { test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

test("--json-summary says what was done", async ({ scratch }) => {
  await scratch.write("in/a.txt", "slot\nnews");
  await scratch.write("in/b.jsonl", "no JSON\n");
  const summary = scratch.at("summary.json");
  const args = ["--out", scratch.at("out"), "--threshold", "0.8", "--json-summary", summary];
  await runCli(["clean", scratch.at("in"), ...args]);
  expect(JSON.parse(await scratch.read("summary.json"))).toEqual({
    format: "tapis-summary",
    version: 1,
    outcome: "done",
    started: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    elapsedMs: expect.any(Number),
    isResumed: false,
    inputs: 2,
    bytes: 17,
    documents: 1,
    paragraphs: 2,
    cut: 1,
    rejected: 1,
    spared: 0,
    dropped: 0,
    threshold: 0.8,
  });
});

test("it says what was wrong when a run fails", async ({ scratch }) => {
  const path = await scratch.write("a.jsonl", "1\n2\n3\n");
  const args = ["--max-rejects", "1", "--json-summary", scratch.at("summary.json"), "--dry-run"];
  expect((await runCli(["clean", path, ...args])).exitCode).toBe(2);
  expect(JSON.parse(await scratch.read("summary.json"))).toMatchObject({
    outcome: "failed",
    error: "3 records could not be read: too many, the run ends here",
    rejected: 3,
    threshold: null,
  });
});

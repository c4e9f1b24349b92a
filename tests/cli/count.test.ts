import { expect } from "vitest";
import { test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

const ROW = JSON.stringify({ id: "x", lang: "id", text: "Pasar.\n\nSlot!", spam: [[8, 13]] });

test("writes count tables and says what they hold", async ({ scratch }) => {
  const path = await scratch.write("docs/a.jsonl", `${ROW}\n`);
  const out = scratch.at("counts.txt");
  const result = await runCli(["count", scratch.at("docs"), path, "--out", out]);
  expect(result).toEqual({
    exitCode: 0,
    stdout: "",
    stderr: "tapis: 1 documents, 2 paragraphs, 1 of them spam\n",
  });
  expect(await scratch.read("counts.txt")).toBe(
    [
      '{"format":"tapis-counts","version":1,"label":"ham","lang":"id","source":"a","paragraphs":1}',
      "pasar\t1",
      "",
      '{"format":"tapis-counts","version":1,"label":"spam","lang":"id","source":"a","paragraphs":1}',
      "slot\t1",
      "",
    ].join("\n"),
  );
});

test("a document that breaks the schema ends the run", async ({ scratch }) => {
  const path = await scratch.write("a.jsonl", `${ROW}\n{"id":"y"}\n`);
  const { exitCode, stderr } = await runCli(["count", path, "--out", scratch.at("c.txt")]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${path}:2: `);
});

test.for([
  [["count", "-o", "c"], "missing required argument 'documents'"],
  [["count", "a.jsonl"], "required option '-o, --out <file>' not specified"],
  [["count", "a.jsonl", "-o", "c", "--least", "0"], "--least must be a whole number above 0"],
  [["count", "none.jsonl", "-o", "c"], "none.jsonl: no such file"],
] as const)("says what is wrong with %s", async ([args, message]) => {
  const { exitCode, stderr } = await runCli(args);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

test("does not overwrite its input", async ({ scratch }) => {
  const path = await scratch.write("a.jsonl", `${ROW}\n`);
  const { exitCode, stderr } = await runCli(["count", path, "--out", path]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("is an input of this run");
});

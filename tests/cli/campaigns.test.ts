import { expect } from "vitest";
import { test } from "../scratch.ts";
import { runCli } from "./run-cli.ts";

const COPY = "Daftar slot gacor di RAJANAGA88 dan raih bonus besar setiap hari";
const BESIDE = "Hubungi slot admin kami untuk bonus lain yang lebih besar lagi";

test("copies are grouped over documents, with what stands beside them", async ({ scratch }) => {
  const documents = [1, 2, 3].map((number) => `news ${number}\n${COPY}\n${BESIDE} ${number}`);
  const lines = [...documents, "news\nsatu slot lain yang tidak ada duanya"].map((text, id) =>
    JSON.stringify({ id: `d${id}`, text }),
  );
  const path = await scratch.write("a.jsonl", lines.join("\n"));
  const removed = scratch.at("cuts.jsonl");
  await runCli(["clean", path, "--out", scratch.at("out"), "--removed", removed]);
  const { stdout, stderr, exitCode } = await runCli(["campaigns", removed]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "1. 6 paragraphs in 3 documents, by 2 templates
       brands: RAJANAGA88 (3)
       Daftar slot gacor di RAJANAGA88 dan raih bonus besar setiap hari

    "
  `);
  expect(stderr).toBe("tapis: 6 of 7 paragraphs are in 1 campaign\n");
  const { stdout: json } = await runCli(["campaigns", removed, "--json"]);
  expect(JSON.parse(json)).toMatchObject({
    format: "tapis-campaigns",
    version: 1,
    campaigns: [{ paragraphs: 6, documents: 3, templates: 2, places: ["d0", "d1", "d2"] }],
  });
});

test("names a line that is no JSON", async ({ scratch }) => {
  const path = await scratch.write("cuts.jsonl", "oops\n");
  const { stderr, exitCode } = await runCli(["campaigns", path]);
  expect(stderr).toContain(
    `${path}:1: is no line of a file that tapis clean --removed has written`,
  );
  expect(exitCode).toBe(2);
});

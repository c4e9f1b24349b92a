import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parseExamples } from "../../src/demo/examples.ts";

test("examples are named after what is in them, by language", () => {
  const line = (id: string, lang: string, slice: string): string =>
    JSON.stringify({ id, lang, slice, text: `Text of ${id}`, spam: [] });
  const { articles, groups } = parseExamples(
    [
      line("ms-flood-relief-tail", "ms", "tail"),
      line("id-dengue-season-spam-head", "id", "head"),
      line("id-natural-dye-batik-english-spam", "id", "other-language"),
      "",
    ].join("\n"),
  );
  expect(groups.map(({ choices }) => choices.map(({ title }) => title))).toEqual([
    ["Dengue season: spam first", "Natural dye batik: spam in another language"],
    ["Flood relief: spam at the end"],
    [],
  ]);
  expect(articles[0]).toEqual({
    id: "ms-flood-relief-tail",
    text: "Text of ms-flood-relief-tail",
  });
});

test("each example of the repository is offered once", async () => {
  const path = new URL("../../data/examples/documents.jsonl", import.meta.url);
  const { articles, groups } = parseExamples(await readFile(path, "utf8"));
  const choices = groups.flatMap((group) => group.choices);
  expect(choices.map(({ id }) => id).toSorted()).toEqual(articles.map(({ id }) => id).toSorted());
  expect(new Set(choices.map(({ title }) => title)).size).toBe(choices.length);
});

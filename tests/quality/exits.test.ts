import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { createTextCleaner } from "../../src/core/clean/cleaner.ts";
import { loadModel } from "../../src/pipeline/load-model.ts";
import { readLabelledDocuments } from "../../src/pipeline/read-labelled-documents.ts";

const EXAMPLES = "data/examples/documents.jsonl";
/** Real documents, which are not part of the project. */
const DEV = "../shared/corpus/dev/documents.jsonl.gz";

/** Documents of a file that come out otherwise when they are left early, and how many there are. */
async function compare(path: string): Promise<{ differing: string[]; count: number }> {
  const model = await loadModel();
  const { combination } = model;
  if (combination === undefined) throw new Error("the bundled model has a combination");
  const early = createTextCleaner(model);
  const full = createTextCleaner({
    ...model,
    combination: { ...combination, wordExits: [], exits: [] },
  });
  const differing: string[] = [];
  let count = 0;
  for await (const { id, text } of readLabelledDocuments(path)) {
    count++;
    if (early.clean(text).text !== full.clean(text).text) differing.push(id);
  }
  return { differing, count };
}

test("no example comes out otherwise for being left early", async () => {
  expect(await compare(EXAMPLES)).toEqual({ differing: [], count: 30 });
}, 60_000);

test("no real document comes out otherwise for being left early", async ({ skip }) => {
  const isHere = existsSync(DEV);
  if (!isHere) console.warn(`${DEV} is not here: real documents are skipped`);
  skip(!isHere, `${DEV} is not here`);
  expect((await compare(DEV)).differing).toEqual([]);
}, 600_000);

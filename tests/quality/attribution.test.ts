import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { loadTextCleaner } from "../../src/pipeline/load-text-cleaner.ts";
import { readLabelledDocuments } from "../../src/pipeline/read-labelled-documents.ts";

const EXAMPLES = "data/examples/documents.jsonl";
/** Real documents, which are not part of the project. */
const DEV = "../shared/corpus/dev/documents.jsonl.gz";

/** The furthest that the parts of a paragraph's log-odds are from their sum, and that from its posterior. */
async function furthest(path: string): Promise<number> {
  const cleaner = await loadTextCleaner();
  let most = 0;
  for await (const { text } of readLabelledDocuments(path)) {
    const { paragraphs } = cleaner.clean(text);
    for (const [index, { logOdds, parts }] of cleaner.attribute(text).entries()) {
      const sum = parts.reduce((total, part) => total + part.logOdds, 0);
      const posterior = 1 / (1 + Math.exp(-logOdds));
      const off = Math.abs(posterior - (paragraphs[index]?.posterior ?? Number.NaN));
      most = Math.max(most, Math.abs(sum - logOdds), off);
    }
  }
  return most;
}

test("what is said of each paragraph of the examples adds up to its posterior", async () => {
  expect(await furthest(EXAMPLES)).toBeLessThan(1e-9);
});

test("what is said of each paragraph of real documents adds up to its posterior", async ({
  skip,
}) => {
  const isHere = existsSync(DEV);
  if (!isHere) console.warn(`${DEV} is not here: real documents are skipped`);
  skip(!isHere, `${DEV} is not here`);
  expect(await furthest(DEV)).toBeLessThan(1e-9);
}, 600_000);

import { describe, expect } from "vitest";
import { formatEvidence, parseEvidence } from "../../src/core/clean/evidence-set.ts";
import { measuredSource } from "../../src/core/evaluate/measured-sources.ts";
import type { Combination, Model } from "../../src/core/model/model.ts";
import { collectBytes } from "../../src/formats/whole-file.ts";
import { gzip } from "../../src/io/gzip.ts";
import { readChunks } from "../../src/io/read-file.ts";
import { crossValidate } from "../../src/pipeline/cross-validate.ts";
import { type Scratch, test } from "../scratch.ts";
import { gatherMeasured, MEASURED, measuredDocument } from "../toy-corpus.ts";

const [FIRST, SECOND] = MEASURED;
const WORDS = MEASURED.flatMap(({ siteWord, operatorWord }) => [siteWord, operatorWord]);
const EVIDENCE = "data/evidence/composed.bin.gz";

const ofFirst = measuredDocument(FIRST, FIRST, "a");
const ofSecond = measuredDocument(SECOND, SECOND, "b");

/** Cross-validates documents on what {@link gatherMeasured} wrote, and keeps the steps. */
async function validate(
  scratch: Scratch,
  documents: Parameters<typeof crossValidate>[0],
): Promise<{ modelOf: (text: string) => Model; steps: string[] }> {
  const steps: string[] = [];
  const modelOf = await crossValidate(documents, {
    corpus: scratch.at("measured"),
    data: scratch.at("data"),
    treeCount: 2,
    onStep: (step) => steps.push(step),
  });
  return { modelOf, steps };
}

/** Which of the words that one measured source each has to itself a model knows. */
const knownWords = ({ words }: Model): string[] => WORDS.filter((word) => words.find(word) >= 0);

test("a document's model knows no word of its site and of its operator, and those of others", async ({
  scratch,
}) => {
  await gatherMeasured(scratch);
  const crossed = measuredDocument(FIRST, SECOND, "c");
  const { modelOf } = await validate(scratch, [ofFirst, ofSecond, crossed]);
  expect(knownWords(modelOf(ofFirst.text))).toEqual([SECOND.siteWord, SECOND.operatorWord]);
  expect(knownWords(modelOf(ofSecond.text))).toEqual([FIRST.siteWord, FIRST.operatorWord]);
  expect(knownWords(modelOf(crossed.text))).toEqual([FIRST.operatorWord, SECOND.siteWord]);
});

test("documents of the same sources share a model, and each is trained once", async ({
  scratch,
}) => {
  await gatherMeasured(scratch);
  const clean = { ...ofFirst, text: ofFirst.text.slice(0, 40), spam: [] };
  const again = { ...ofFirst, text: `${ofFirst.text}.` };
  const { modelOf, steps } = await validate(scratch, [ofFirst, ofSecond, again, clean]);
  expect(modelOf(again.text)).toBe(modelOf(ofFirst.text));
  expect(modelOf(clean.text)).toBe(modelOf(ofFirst.text));
  expect(modelOf(ofSecond.text)).not.toBe(modelOf(ofFirst.text));
  expect(steps).toEqual([
    'training model 1, which leaves out {"articles":[0],"spam":[0]}',
    'training model 2, which leaves out {"articles":[1],"spam":[1]}',
  ]);
});

test("documents of the same text share a model that has seen none of their sources", async ({
  scratch,
}) => {
  await gatherMeasured(scratch);
  const twin = { ...ofFirst, source: ofSecond.source };
  const { modelOf, steps } = await validate(scratch, [ofFirst, twin]);
  expect(steps).toEqual(['training model 1, which leaves out {"articles":[0,1],"spam":[0]}']);
  const known = knownWords(modelOf(ofFirst.text));
  expect(known).not.toContain(FIRST.siteWord);
  expect(known).not.toContain(SECOND.siteWord);
});

/** Turns the labels of all evidence that comes from a source. */
async function spoilEvidence(scratch: Scratch, source: string): Promise<void> {
  const path = scratch.at(EVIDENCE);
  const set = parseEvidence(await collectBytes(readChunks(path), path), path);
  const isSpoilt = set.documents.flatMap((document) =>
    Array<boolean>(document.units).fill(document.sources.includes(source)),
  );
  expect(isSpoilt).toContain(true);
  const labels = set.labels.map((label, unit) => (isSpoilt[unit] === true ? 1 - label : label));
  await scratch.write(EVIDENCE, gzip(formatEvidence({ ...set, labels })));
}

describe("evidence of documents of its own sources is unseen by a model, and that of others is not", () => {
  test.for([
    ["site", measuredSource(FIRST.site)],
    ["operator", measuredSource(FIRST.operator)],
  ] as const)("by the %s", async ([, source], { scratch }) => {
    await gatherMeasured(scratch);
    const combinations = async (): Promise<(Combination | undefined)[]> => {
      const { modelOf } = await validate(scratch, [ofFirst, ofSecond]);
      return [ofFirst, ofSecond].map(({ text }) => modelOf(text).combination);
    };
    const [first, second] = await combinations();
    await spoilEvidence(scratch, source);
    const [spoiltFirst, spoiltSecond] = await combinations();
    expect(spoiltFirst).toEqual(first);
    expect(spoiltSecond).not.toEqual(second);
  });
});

test("refuses a text that was not given", async ({ scratch }) => {
  await gatherMeasured(scratch);
  const { modelOf } = await validate(scratch, [ofFirst]);
  expect(() => modelOf(ofSecond.text)).toThrow(RangeError);
  expect(() => modelOf(ofSecond.text)).toThrow("crossValidate: a text that was not given");
});

test("no document needs no model", async ({ scratch }) => {
  await gatherMeasured(scratch);
  const { modelOf, steps } = await validate(scratch, []);
  expect(steps).toEqual([]);
  expect(() => modelOf("")).toThrow(RangeError);
});

test.for([
  ["spam", "measured/spam.jsonl.gz", "ERR_RECORD_FORMAT"],
  ["evidence", EVIDENCE, "ERR_EVIDENCE_FORMAT"],
  ["topics", "data/topics/words.bin.gz", "ERR_TOPICS_FORMAT"],
] as const)("names the file of damaged %s", async ([, name, code], { scratch }) => {
  await gatherMeasured(scratch);
  await scratch.write(name, gzip(Buffer.from("oops\n")));
  await expect(validate(scratch, [ofFirst])).rejects.toMatchObject({
    code,
    message: expect.stringContaining(scratch.at(name)),
  });
});

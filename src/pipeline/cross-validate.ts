import { selectEvidence } from "../core/clean/evidence-set.ts";
import { findHeldOut, type HeldOut, isHeldOut, mergeHeldOut } from "../core/evaluate/by-source.ts";
import type { LabelledDocument } from "../core/evaluate/labelled-document.ts";
import type { Model } from "../core/model/model.ts";
import { trainModel } from "./train-model.ts";
import { readTrainingData, type TrainingData } from "./training-data.ts";
import { readTrainingTexts } from "./training-texts.ts";

/** Options for {@link crossValidate}. */
export interface CrossValidationOptions {
  /** Folder with the `spam.jsonl.gz` that the documents' spam was taken from. */
  readonly corpus: string;
  /** Folder with the training data. */
  readonly data: string;
  /** Number of trees in each forest. */
  readonly treeCount: number;
  /** Called as each step is done. */
  readonly onStep: (step: string) => void;
}

/**
 * Trains a model for each document that has seen nothing of where the document comes from: neither words nor evidence of
 * the source of its article or of the operators of its spam.
 *
 * The sources that are measured on are divided in two, by their articles and again by their spam, so that a handful of
 * models serves all documents. Topics are never learnt from any of these sources. Other files of the same repository that no
 * document is composed of stay in. The evidence that is left was gathered with word counts that leave out its own fold, not
 * the documents' sources.
 *
 * @returns What finds the model of a document by its text.
 * @throws {TapisError} ERR_INPUT_*, ERR_COUNTS_FORMAT, ERR_TOPICS_FORMAT, ERR_EVIDENCE_FORMAT, ERR_RECORD_FORMAT.
 */
export async function crossValidate(
  documents: readonly LabelledDocument[],
  { corpus, data: folder, treeCount, onStep }: CrossValidationOptions,
): Promise<(text: string) => Model> {
  const { runs } = await readTrainingTexts({
    articles: [],
    spam: [{ path: `${corpus}/spam.jsonl.gz`, source: "corpus" }],
  });
  const data = await readTrainingData(folder);
  const heldOutOf = findHeldOut(runs);
  const heldOutByText = new Map<string, HeldOut>();
  for (const document of documents) {
    const ofDocument = heldOutOf(document);
    const before = heldOutByText.get(document.text) ?? ofDocument;
    heldOutByText.set(document.text, mergeHeldOut(before, ofDocument));
  }
  const modelByHeldOut = new Map<string, Model>();
  for (const heldOut of heldOutByText.values()) {
    const key = JSON.stringify(heldOut);
    if (!modelByHeldOut.has(key)) {
      onStep(`training model ${modelByHeldOut.size + 1}, which leaves out ${key}`);
      modelByHeldOut.set(key, trainModel(withoutHeldOut(data, heldOut), { treeCount }));
    }
  }
  return (text) => {
    const model = modelByHeldOut.get(JSON.stringify(heldOutByText.get(text)));
    if (model === undefined) throw new RangeError("crossValidate: a text that was not given");
    return model;
  };
}

/** The training data without what is left out. */
function withoutHeldOut(
  { counts, topics, evidence }: TrainingData,
  heldOut: HeldOut,
): TrainingData {
  const isLeft = (source: string, label: "article" | "spam"): boolean =>
    !isHeldOut(source, label, heldOut);
  return {
    counts: counts.filter(({ source, label }) =>
      isLeft(source, label === "spam" ? "spam" : "article"),
    ),
    topics,
    evidence: selectEvidence(
      evidence,
      ({ sources: [article = "", spam = ""] }) =>
        isLeft(article, "article") && isLeft(spam, "spam"),
    ),
  };
}

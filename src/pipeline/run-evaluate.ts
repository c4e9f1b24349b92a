import { type TextCleaner, createTextCleaner } from "../core/clean/cleaner.ts";
import {
  type Baseline,
  type BaselineName,
  evaluateBaseline,
  keywordBaseline,
  naturalBaseline,
  wordBaseline,
} from "../core/evaluate/baselines.ts";
import { evaluateDocument, type Evaluation, summarize } from "../core/evaluate/evaluation.ts";
import { judgeByCleaner } from "../core/evaluate/judge.ts";
import type { LabelledDocument } from "../core/evaluate/labelled-document.ts";
import type { Model } from "../core/model/model.ts";
import type { WordTable } from "../core/model/word-table.ts";
import { importPackage } from "../io/import-package.ts";
import { writeWholeFile } from "../io/write-file.ts";
import { crossValidate, type CrossValidationOptions } from "./cross-validate.ts";
import { loadModel } from "./load-model.ts";
import { readLabelledDocuments } from "./read-labelled-documents.ts";

/** Options for {@link runEvaluate}. */
export interface EvaluateOptions {
  /** Files of labelled documents: JSON Lines, gzipped when the name ends in `.gz`. */
  readonly paths: readonly string[];
  /** The model file; the bundled one when undefined. */
  readonly model?: string | undefined;
  /** Least posterior that is cut, in [0, 1]; the model's own when undefined. */
  readonly threshold?: number | undefined;
  /** How many of the worst documents to look at. */
  readonly worstCount: number;
  /** Trains models anew that have not seen the documents' sources, instead of taking one. */
  readonly bySource?: Omit<CrossValidationOptions, "onStep"> | undefined;
  /** File that takes the cleaned documents as JSON Lines, `{"id", "text"}`. */
  readonly cleaned?: string | undefined;
  /** What to compare with, in this order. */
  readonly against: readonly BaselineName[];
  /** Called every hundred documents, and before each comparison. */
  readonly onStep?: (step: string) => void;
}

/**
 * Cleans labelled documents and measures how well. All documents are held in memory.
 *
 * @throws {TapisError} ERR_INPUT_*, ERR_MODEL_*; ERR_DOCUMENT_FORMAT with file and line of a document that is not one.
 */
export async function runEvaluate({
  paths,
  model: modelPath,
  threshold: ownThreshold,
  worstCount,
  bySource,
  cleaned,
  against,
  onStep = () => {},
}: EvaluateOptions): Promise<Evaluation> {
  const model = await loadModel(modelPath);
  const threshold = ownThreshold ?? model.threshold;
  const documents: LabelledDocument[] = [];
  for (const path of paths) {
    for await (const document of readLabelledDocuments(path)) documents.push(document);
  }
  const modelOf =
    bySource === undefined
      ? (): Model => model
      : await crossValidate(documents, { ...bySource, onStep });
  const cleaners = new Map<Model, TextCleaner>();
  const cleanerOf = (text: string): TextCleaner => {
    const ofText = modelOf(text);
    const cleaner = cleaners.get(ofText) ?? createTextCleaner(ofText);
    cleaners.set(ofText, cleaner);
    return cleaner;
  };
  const evaluated = documents.map((document, index) => {
    if (index % 100 === 0) onStep(`document ${index + 1} of ${documents.length}`);
    return evaluateDocument(document, judgeByCleaner(cleanerOf(document.text), threshold));
  });
  if (cleaned !== undefined) {
    const lines = evaluated.map(
      ({ document: { id }, judgement: { text } }) => `${JSON.stringify({ id, text })}\n`,
    );
    await writeWholeFile(cleaned, new TextEncoder().encode(lines.join("")));
  }
  const baselines = [];
  for (const name of against) {
    onStep(`against ${name}`);
    baselines.push(
      evaluateBaseline(documents, await loadBaseline(name, (text) => modelOf(text).words)),
    );
  }
  return summarize(evaluated, {
    threshold,
    worstCount,
    explain: (text, span) => cleanerOf(text).explain(text, span),
    against: baselines,
  });
}

async function loadBaseline(
  name: BaselineName,
  tableOf: (text: string) => WordTable,
): Promise<Baseline> {
  switch (name) {
    case "keywords":
      return keywordBaseline;
    case "words":
      return wordBaseline(tableOf);
    case "natural": {
      const { default: BayesClassifier } = await importPackage(
        { name: "natural", use: "Comparing with natural's classifier" },
        () => import("natural/lib/natural/classifiers/bayes_classifier.js"),
      );
      return naturalBaseline(tableOf, (parsed) => BayesClassifier.restore(parsed));
    }
  }
}

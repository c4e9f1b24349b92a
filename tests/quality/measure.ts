import { createHash } from "node:crypto";
import { createTextCleaner } from "../../src/core/clean/cleaner.ts";
import { evaluateDocument, summarize } from "../../src/core/evaluate/evaluation.ts";
import { judgeByCleaner } from "../../src/core/evaluate/judge.ts";
import type { EvaluatedDocument } from "../../src/core/evaluate/worst-documents.ts";
import type { Model } from "../../src/core/model/model.ts";
import { readChunks } from "../../src/io/read-file.ts";
import { readLabelledDocuments } from "../../src/pipeline/read-labelled-documents.ts";
import { measuredOf, type Pinned } from "./gate.ts";

/** What a model does on the documents of a file, and their digest. */
export async function measure(path: string, model: Model): Promise<Pinned> {
  const digest = createHash("sha256");
  for await (const chunk of readChunks(path)) digest.update(chunk);
  const judge = judgeByCleaner(createTextCleaner(model));
  const evaluated: EvaluatedDocument[] = [];
  for await (const document of readLabelledDocuments(path)) {
    evaluated.push(evaluateDocument(document, judge));
  }
  const evaluation = summarize(evaluated, {
    threshold: model.threshold,
    worstCount: 0,
    explain: () => [],
    against: [],
  });
  return measuredOf(evaluation, digest.digest("hex"));
}

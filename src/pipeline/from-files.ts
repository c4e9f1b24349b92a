/** What programs call, where there are files: models come from paths, too, and the one of the package from beside the code. */
import type { Model } from "../core/model/model.ts";
import { type CleanDocuments, documentsCleaner } from "../library/clean-documents.ts";
import { type CleaningStream, cleaningStreamMaker } from "../library/cleaning-stream.ts";
import { fetchModel } from "../library/fetch-model.ts";
import { cleanerLoader, type LoadCleaner } from "../library/load-cleaner.ts";
import { loadModel } from "./load-model.ts";

/** Loads a model and makes a cleaner of it. */
export const loadCleaner: LoadCleaner = /* @__PURE__ */ cleanerLoader(loadModelAt);

/** Cleans documents as they come, in their order. */
export const cleanDocuments: CleanDocuments = /* @__PURE__ */ documentsCleaner(loadCleaner);

/** Makes a stage of a Web stream that cleans the documents which go through it. */
export const cleaningStream: CleaningStream = /* @__PURE__ */ cleaningStreamMaker(loadCleaner);

/** Loads the model at a path or URL, or the one that the package brings. */
async function loadModelAt(
  location: string | URL | undefined,
  signal: AbortSignal | undefined,
): Promise<Model> {
  if (location === undefined) return loadModel();
  const text = String(location);
  if (/^https?:/iu.test(text)) return fetchModel(location, signal);
  return loadModel(/^file:/iu.test(text) ? new URL(text) : text);
}

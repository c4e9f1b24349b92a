/** What programs call, in runtimes where models are fetched. */
import { type CleanDocuments, documentsCleaner } from "./clean-documents.ts";
import { type CleaningStream, cleaningStreamMaker } from "./cleaning-stream.ts";
import { fetchModel } from "./fetch-model.ts";
import { cleanerLoader, type LoadCleaner } from "./load-cleaner.ts";

/** Loads a model and makes a cleaner of it. */
export const loadCleaner: LoadCleaner = /* @__PURE__ */ cleanerLoader(fetchModel);

/** Cleans documents as they come, in their order. */
export const cleanDocuments: CleanDocuments = /* @__PURE__ */ documentsCleaner(loadCleaner);

/** Makes a stage of a Web stream that cleans the documents which go through it. */
export const cleaningStream: CleaningStream = /* @__PURE__ */ cleaningStreamMaker(loadCleaner);

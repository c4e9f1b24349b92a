export * from "./public-names.ts";
export {
  cleanDocuments,
  cleaningTransform,
  type NodeDocumentOptions,
  type WorkerOption,
} from "./pipeline/node-documents.ts";
export { cleaningStream, loadCleaner } from "./pipeline/from-files.ts";

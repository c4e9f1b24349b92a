export * from "./public-names.ts";
export { cleanDocuments, cleaningStream, loadCleaner } from "./pipeline/from-files.ts";

export * from "./public-names.ts";
export { cleanDocuments, cleaningStream, loadCleaner } from "./library/from-network.ts";

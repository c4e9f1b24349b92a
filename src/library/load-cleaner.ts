/** Loads a model, from wherever the runtime keeps it, and makes a cleaner of it. */
import { type Model, parseModel } from "../core/model/model.ts";
import { type Cleaner, cleanerOf, type HtmlCleaner, thresholdOf } from "./cleaner.ts";
import { checkOptions } from "./check-options.ts";
import { asModelSource } from "./model-source.ts";
import type { LoadOptions, ModelSource } from "./options.ts";

/**
 * Loads a model and makes a cleaner of it.
 *
 * @throws {TapisError} ERR_OPTIONS at once when an option is wrong; ERR_INPUT_MISSING, ERR_INPUT_READ when the model cannot be read;
 *   ERR_MODEL_FORMAT, ERR_MODEL_VERSION, ERR_MODEL_CHECKSUM when it is not a model that this version reads. When it is aborted, the
 *   signal's reason.
 */
export interface LoadCleaner {
  /** A cleaner that takes pages of HTML, too. */
  (options: LoadOptions & { readonly html: true }): Promise<HtmlCleaner>;
  /** A cleaner of texts. */
  (options?: LoadOptions): Promise<Cleaner>;
}

/** Loads the model at a place, or the one that the package brings. */
export type LoadModel = (
  location: string | URL | undefined,
  signal: AbortSignal | undefined,
) => Promise<Model>;

/** `loadCleaner` for a runtime in which models are loaded so. */
export function cleanerLoader(loadModelAt: LoadModel): LoadCleaner {
  async function loadCleaner(options: LoadOptions & { readonly html: true }): Promise<HtmlCleaner>;
  async function loadCleaner(options?: LoadOptions): Promise<Cleaner>;
  async function loadCleaner(options: LoadOptions = {}): Promise<Cleaner> {
    const checked = checkOptions("loadCleaner", "load", options);
    const { threshold, preset, html = false, signal } = checked;
    signal?.throwIfAborted();
    const [model, cleanPage] = await Promise.all([
      modelOf(checked.model, loadModelAt, signal),
      html ? loadPages() : undefined,
    ]);
    signal?.throwIfAborted();
    return cleanerOf(model, thresholdOf({ threshold, preset, model }), cleanPage);
  }
  return loadCleaner;
}

async function modelOf(
  source: ModelSource | undefined,
  loadModelAt: LoadModel,
  signal: AbortSignal | undefined,
): Promise<Model> {
  const found = asModelSource(source);
  switch (found?.kind) {
    case "bytes":
      return parseModel(found.bytes);
    case "model":
      return found.model;
    case "location":
    case undefined:
      return loadModelAt(found?.location, signal);
  }
}

async function loadPages(): Promise<typeof import("./clean-page.ts").cleanPage> {
  const { cleanPage } = await import("./clean-page.ts");
  return cleanPage;
}

import { type Cleaner, createCleaner } from "../core/clean/cleaner.ts";
import { loadModel } from "./load-model.ts";

/** Options for {@link loadCleaner}. */
export interface LoadOptions {
  /**
   * The model: a path, a `file:` URL, or the bytes of a model file.
   * @defaultValue the model that the package brings
   */
  readonly model?: string | URL | Uint8Array;
  /**
   * Least posterior at which a paragraph is cut, in [0, 1]. Higher loses less news and leaves more
   * spam.
   * @defaultValue the model's own threshold
   */
  readonly threshold?: number;
}

/**
 * Loads a model and makes a cleaner of it.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when the file cannot be read;
 *   ERR_MODEL_FORMAT, ERR_MODEL_VERSION, ERR_MODEL_CHECKSUM when it is not a model that this
 *   version reads.
 * @throws {RangeError} when the threshold is not in [0, 1].
 */
export async function loadCleaner(options: LoadOptions = {}): Promise<Cleaner> {
  const { model, ...cleanOptions } = options;
  return createCleaner(await loadModel(model), cleanOptions);
}

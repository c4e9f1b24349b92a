import { type CleanOptions, createTextCleaner, type TextCleaner } from "../core/clean/cleaner.ts";
import { loadModel } from "./load-model.ts";

/** Options for {@link loadTextCleaner}. */
export interface TextCleanerOptions extends CleanOptions {
  /**
   * The model: a path, a `file:` URL, or the bytes of a model file.
   * @defaultValue the model that the package brings
   */
  readonly model?: string | URL | Uint8Array;
}

/**
 * Loads a model and makes the cleaner of it that the command and its workers use.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when the file cannot be read; ERR_MODEL_FORMAT, ERR_MODEL_VERSION,
 *   ERR_MODEL_CHECKSUM when it is not a model that this version reads; ERR_OPTIONS when the threshold is not in [0, 1].
 */
export async function loadTextCleaner({
  model,
  ...options
}: TextCleanerOptions = {}): Promise<TextCleaner> {
  return createTextCleaner(await loadModel(model), options);
}

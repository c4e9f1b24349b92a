import { type Cleaner, createCleaner } from "../core/clean/cleaner.ts";
import { parseModel } from "../core/model/model.ts";
import { collectBytes } from "../io/collect-bytes.ts";
import { readChunks } from "../io/read-file.ts";

/**
 * The model that the package brings; the same place seen from `src/pipeline` and from
 * `dist/pipeline`.
 */
const BUNDLED_MODEL = new URL("../../models/tapis.model", import.meta.url);

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
  const { model = BUNDLED_MODEL, ...cleanOptions } = options;
  const bytes =
    model instanceof Uint8Array ? model : await collectBytes(readChunks(model), String(model));
  return createCleaner(parseModel(bytes), cleanOptions);
}

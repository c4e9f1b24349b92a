import { type Model, parseModel } from "../core/model/model.ts";
import { TapisError } from "../errors.ts";
import { readBytes } from "../io/read-file.ts";

/**
 * The model that the package brings; the same place seen from `src/pipeline` and from
 * `dist/pipeline`.
 */
export const BUNDLED_MODEL: URL = new URL("../../models/tapis.model", import.meta.url);

/**
 * Loads a model from a path, a `file:` URL, or the bytes of a model file; the bundled one unless
 * told otherwise.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when the file cannot be read;
 *   ERR_MODEL_FORMAT, ERR_MODEL_VERSION, ERR_MODEL_CHECKSUM when it is not a model that this
 *   version reads.
 */
export async function loadModel(model: string | URL | Uint8Array = BUNDLED_MODEL): Promise<Model> {
  if (model instanceof Uint8Array) return parseModel(model);
  const bytes = await readBytes(model);
  try {
    return parseModel(bytes);
  } catch (error) {
    if (!(error instanceof TapisError)) throw error;
    const message = error.message.replace(/^model:/u, `${String(model)}:`);
    throw new TapisError(error.code, message, { cause: error });
  }
}

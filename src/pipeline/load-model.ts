import { decodeModel } from "../core/model/decode-model.ts";
import type { Model } from "../core/model/model.ts";
import type { ModelHeader } from "../core/model/model-header.ts";
import { lengthNeededFirst, SEAL_LENGTH } from "../core/model/seal.ts";
import { TapisError } from "../errors.ts";
import { readOwnFile } from "../io/read-own-file.ts";

/** The model that the package brings; the same place seen from `src/pipeline` and from `dist/bin` or `dist/lib`. */
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
  if (model === BUNDLED_MODEL) return placed(model, parseBundled);
  // What reads and checks a model of unknown origin is loaded for such a one only.
  const { parseModel } = await import("../core/model/model.ts");
  if (model instanceof Uint8Array) return parseModel(model);
  const { readBytes } = await import("../io/read-file.ts");
  const bytes = await readBytes(model);
  return placed(model, () => parseModel(bytes));
}

/** What is wrong with a model is told with the place that it came from. */
function placed(place: string | URL, parse: () => Model): Model {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TapisError)) throw error;
    const message = error.message.replace(/^model:/u, `${String(place)}:`);
    throw new TapisError(error.code, message, { cause: error });
  }
}

/**
 * Takes the header and the trees of the bundled model as they are: the checksum says that the file is the one that was packed with
 * this code, and a test of the package has checked all of that. What most documents never need is left in the file.
 */
function parseBundled(): Model {
  const length = lengthNeededFirst(readOwnFile(BUNDLED_MODEL, 0, SEAL_LENGTH));
  return decodeModel(readOwnFile(BUNDLED_MODEL, 0, length), asHeader, () =>
    readOwnFile(BUNDLED_MODEL, length),
  );
}

function asHeader(value: unknown): ModelHeader {
  if (isHeader(value)) return value;
  throw new TapisError("ERR_MODEL_FORMAT", "model: this is not a Tapis model file");
}

function isHeader(value: unknown): value is ModelHeader {
  return typeof value === "object" && value !== null && "version" in value;
}

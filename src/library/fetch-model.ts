/** Models for runtimes without files: fetched. */
import { type Model, parseModel } from "../core/model/model.ts";
import { TapisError } from "../errors.ts";

/**
 * Loads the model at a URL, or the one that the package brings: bundlers that know `new URL("…", import.meta.url)` put it beside what
 * they write.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when it cannot be fetched; ERR_MODEL_FORMAT, ERR_MODEL_VERSION,
 *   ERR_MODEL_CHECKSUM when it is not a model that this version reads.
 */
export async function fetchModel(
  location: string | URL | undefined,
  signal?: AbortSignal,
): Promise<Model> {
  const url = location ?? bundledModel();
  return parseModelFrom(await fetchBytes(url, signal), url);
}

function bundledModel(): URL {
  try {
    return new URL("../../models/tapis.model", import.meta.url);
  } catch (cause) {
    throw new TapisError(
      "ERR_INPUT_READ",
      "loadCleaner: the model of the package is not beside this code; give loadCleaner the bytes of the model, or its URL",
      { cause },
    );
  }
}

/**
 * What is at a URL.
 *
 * @throws {TapisError} ERR_INPUT_MISSING when nothing is there; ERR_INPUT_READ when it cannot be fetched. When it is aborted, the
 *   signal's reason.
 */
async function fetchBytes(url: string | URL, signal?: AbortSignal): Promise<Uint8Array> {
  let response: Response;
  let bytes: ArrayBuffer;
  try {
    response = await fetch(url, signal === undefined ? {} : { signal });
    bytes = await response.arrayBuffer();
  } catch (cause) {
    signal?.throwIfAborted();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TapisError(
      "ERR_INPUT_READ",
      `${String(url)}: cannot be fetched (${why}); give loadCleaner the bytes of the model, or another URL`,
      { cause },
    );
  }
  if (response.ok) return new Uint8Array(bytes);
  throw new TapisError(
    response.status === 404 || response.status === 410 ? "ERR_INPUT_MISSING" : "ERR_INPUT_READ",
    `${String(url)}: the server answers ${response.status}; give loadCleaner the bytes of the model, or another URL`,
  );
}

/** Reads a model; what is wrong with it is told with the place that it came from. */
function parseModelFrom(bytes: Uint8Array, place: string | URL): Model {
  try {
    return parseModel(bytes);
  } catch (error) {
    if (!(error instanceof TapisError)) throw error;
    const message = error.message.replace(/^model:/u, `${String(place)}:`);
    throw new TapisError(error.code, message, { cause: error });
  }
}

import { type Cleaner, createCleaner } from "../core/clean/cleaner.ts";
import { type Preset, PRESETS } from "../core/clean/presets.ts";
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
   * @defaultValue the model's own threshold, or the preset's
   */
  readonly threshold?: number;
  /** A threshold by name: `careful` loses less news, `thorough` leaves less spam. Not together with `threshold`. */
  readonly preset?: Preset;
}

/**
 * Loads a model and makes a cleaner of it.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when the file cannot be read;
 *   ERR_MODEL_FORMAT, ERR_MODEL_VERSION, ERR_MODEL_CHECKSUM when it is not a model that this
 *   version reads.
 * @throws {RangeError} when the threshold is not in [0, 1], or there is no such preset.
 * @throws {TypeError} when both a threshold and a preset are given.
 */
export async function loadCleaner(options: LoadOptions = {}): Promise<Cleaner> {
  const { model, preset, ...cleanOptions } = options;
  if (preset === undefined) return createCleaner(await loadModel(model), cleanOptions);
  if (cleanOptions.threshold !== undefined) {
    throw new TypeError("loadCleaner: give a threshold or a preset, not both");
  }
  if (!Object.hasOwn(PRESETS, preset)) {
    const names = Object.keys(PRESETS).join(" or ");
    throw new RangeError(`loadCleaner: the preset must be ${names}, got ${preset}`);
  }
  return createCleaner(await loadModel(model), { threshold: PRESETS[preset] });
}

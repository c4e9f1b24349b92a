/** The options that programs may give. */
import type { Preset } from "../core/clean/presets.ts";
import type { Model } from "../core/model/model.ts";

/** A threshold by number. */
export interface ThresholdByNumber {
  /**
   * Least posterior at which a paragraph is cut, in [0, 1]. Higher loses less news and leaves more spam; a higher threshold never
   * cuts more.
   * @defaultValue the model's own threshold, 0.9 for the one that the package brings
   */
  readonly threshold?: number | undefined;
  /** A preset is a threshold by name: give the one or the other. */
  readonly preset?: undefined;
}

/** A threshold by name. */
export interface ThresholdByName {
  /** `careful`, 0.97, loses less news; `thorough`, 0.6, leaves less spam. */
  readonly preset: Preset;
  /** A preset is a threshold by name: give the one or the other. */
  readonly threshold?: undefined;
}

/** Options of a cleaner: a threshold or a preset. */
export type CleanerOptions = ThresholdByNumber | ThresholdByName;

/**
 * Where a model is: a path (where there are files), a URL (`file:`, `http:`, `https:`, or relative to the page), the bytes of a model
 * file, or what `parseModel` has made of them.
 */
export type ModelSource = string | URL | Uint8Array | ArrayBuffer | Model;

/** What is loaded. */
export interface ModelOptions {
  /**
   * The model, or where it is.
   * @defaultValue the model that the package brings
   */
  readonly model?: ModelSource | undefined;
  /**
   * Whether the cleaner takes pages of HTML, too. What that needs is loaded only then.
   * @defaultValue false
   */
  readonly html?: boolean | undefined;
  /** Ends the loading; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of `loadCleaner`. */
export type LoadOptions = ModelOptions & CleanerOptions;

/** Options of `Cleaner.clean`. */
export interface CleanOptions {
  /**
   * Least posterior at which a paragraph is cut, in [0, 1].
   * @defaultValue the cleaner's threshold
   */
  readonly threshold?: number | undefined;
}

/** Options of `Cleaner.explain`. */
export interface ExplainOptions {
  /**
   * How many words of each paragraph to name at most; a whole number from 0 on.
   * @defaultValue 5
   */
  readonly words?: number | undefined;
}

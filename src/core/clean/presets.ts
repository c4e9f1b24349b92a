/** Name of a threshold for those who fear one mistake more than the other. */
export type Preset = "careful" | "thorough";

/**
 * Thresholds of the presets: `careful` where a lost paragraph of news is worse than any spam, `thorough` where spam must
 * not stay. `models/README.md` says what each costs.
 */
export const PRESETS: Readonly<Record<Preset, number>> = { careful: 0.97, thorough: 0.6 };

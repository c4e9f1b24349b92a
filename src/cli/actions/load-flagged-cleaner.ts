import type { TextCleaner } from "../../core/clean/cleaner.ts";
import type { SentLoadOptions } from "../../pipeline/clean-worker.ts";
import { type DecisionFlags, thresholdOf } from "../decision-flags.ts";
import type { Terminal } from "../terminal.ts";

/** The cleaner that the flags ask for. */
export async function loadFlaggedCleaner(
  flags: DecisionFlags,
  terminal: Terminal,
): Promise<TextCleaner> {
  return terminal.loadCleaner(loadOptionsOf(flags));
}

/** How to load the cleaner that the flags ask for. */
export function loadOptionsOf(flags: DecisionFlags): SentLoadOptions {
  const { model } = flags;
  const threshold = thresholdOf(flags);
  return {
    ...(model !== undefined && { model }),
    ...(threshold !== undefined && { threshold }),
  };
}

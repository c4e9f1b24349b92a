import type { Cleaner } from "../../core/clean/cleaner.ts";
import { type DecisionFlags, thresholdOf } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

/** The cleaner that the flags ask for. */
export async function loadFlaggedCleaner(
  flags: DecisionFlags,
  terminal: Terminal,
): Promise<Cleaner> {
  const { model } = flags;
  const threshold = thresholdOf(flags);
  return terminal.loadCleaner({
    ...(model !== undefined && { model }),
    ...(threshold !== undefined && { threshold }),
  });
}

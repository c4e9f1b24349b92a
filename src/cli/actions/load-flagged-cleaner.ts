import type { Cleaner } from "../../core/clean/cleaner.ts";
import type { DecisionFlags } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

/** The cleaner that the flags ask for. */
export async function loadFlaggedCleaner(
  { model, threshold }: DecisionFlags,
  terminal: Terminal,
): Promise<Cleaner> {
  return terminal.loadCleaner({
    ...(model !== undefined && { model }),
    ...(threshold !== undefined && { threshold }),
  });
}

import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

const EXAMPLES = `
Reads what tapis clean --removed has written and groups the cut paragraphs that are
near copies of each other, over all documents, and those that stand beside them in
the same ones, with the brands, hosts and telephone numbers that recur in them.

Examples:
  tapis campaigns cuts.jsonl
  tapis campaigns cuts-*.jsonl --least 10 --json > campaigns.json`;

/** `tapis campaigns`: who is behind the spam. */
export function campaignsCommand(terminal: Terminal): Command {
  return new Command("campaigns")
    .description("Group cut paragraphs that are copies of each other.")
    .argument("<removed...>", "files that tapis clean --removed has written")
    .option("--least <number>", "leave out campaigns with fewer paragraphs", "2")
    .option("--json", "everything as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { campaigns } = await import("../actions/campaigns.ts");
      await campaigns(paths, flags, terminal);
    });
}

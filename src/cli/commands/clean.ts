import { Command } from "commander";
import type { Terminal } from "../terminal.ts";
import { addDecisionOptions } from "./decision-options.ts";

const EXAMPLES = `
Without a path, standard input goes to standard output. Text files (.txt, .md)
are one document each; JSON Lines files (.jsonl, .ndjson) hold one a line, and
keep their order and all other fields.

Examples:
  tapis clean article.txt > clean.txt
  tapis clean crawl/ --out cleaned/ --removed cuts.jsonl
  tapis clean "crawl/**/*.jsonl" --text-key article.body --out cleaned/
  tapis clean --format jsonl --rejects bad.jsonl < crawl.jsonl > clean.jsonl
  tapis clean crawl/ --dry-run

Exit codes: 0 done; 1 done, but some records could not be read; 2 could not run.`;

/** `tapis clean`: the main job. */
export function cleanCommand(terminal: Terminal): Command {
  const command = new Command("clean")
    .description("Write articles without the spam that was injected into them.")
    .argument("[paths...]", "files, folders and globs")
    .option("-o, --out <folder>", "write there, mirroring the input tree")
    .option("--in-place", "replace each file by its cleaned self");
  return addDecisionOptions(command)
    .option("--removed <file>", "write each cut as JSON: document, span, text, posterior")
    .option("--rejects <file>", "write each record that cannot be read as JSON: line, reason, raw")
    .option("-j, --jobs <number>", "threads to clean with; else one for each processor")
    .option("--dry-run", "write nothing, only tell what would be cut")
    .option("-q, --quiet", "no summary and no warnings")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { clean } = await import("../actions/clean.ts");
      await clean(paths, flags, terminal);
    });
}

import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

const EXAMPLES = `
Reads what tapis clean --removed has written, and every cleaned file that it tells
of, and writes the files as they were, byte for byte, under their names. A file
that has been changed since, or belongs to another run, is named and left out.

Examples:
  tapis clean crawl/ --out cleaned/ --removed cuts.jsonl
  tapis restore cleaned/ --removed cuts.jsonl --out crawl-again/

Exit codes: 0 done; 1 done, but some files could not be restored; 2 could not run.`;

/** `tapis restore`: undoes `tapis clean`. */
export function restoreCommand(terminal: Terminal): Command {
  return new Command("restore")
    .description("Rebuild files as they were before they were cleaned.")
    .argument("<cleaned>", "folder of the cleaned files, or the only one")
    .requiredOption("--removed <file>", "what tapis clean --removed has written")
    .requiredOption("-o, --out <folder>", "write there, under the names that the files had")
    .option("-q, --quiet", "no summary and no warnings")
    .addHelpText("after", EXAMPLES)
    .action(async (cleaned: string, flags: Readonly<Record<string, unknown>>) => {
      const { restore } = await import("../actions/restore.ts");
      await restore(cleaned, flags, terminal);
    });
}

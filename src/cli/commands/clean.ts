import { Command, Option } from "commander";
import { ENCODING_NAMES } from "../../io/encodings.ts";
import type { Terminal } from "../terminal.ts";
import { addDecisionOptions } from "./decision-options.ts";

const EXAMPLES = `
Without a path, standard input goes to standard output. The end of a file's
name says its format: text (.txt, .md), HTML, JSON Lines, JSON, CSV, TSV, WARC
and WET, Parquet; packed with gzip (.gz) or Zstandard (.zst) or not. What comes
out is in the same format, and only the spam is missing.

Examples:
  tapis clean article.txt > clean.txt
  tapis clean crawl/ --out cleaned/ --removed cuts.jsonl
  tapis clean "crawl/**/*.jsonl" --text-key article.body --out cleaned/
  tapis clean --format jsonl --rejects bad.jsonl < crawl.jsonl > clean.jsonl
  tapis clean crawl/ --in-place --backup .orig
  tapis clean crawl/ --out cleaned/ --resume      go on where a run was killed
  tapis clean crawl/ --dry-run

Exit codes: 0 done; 1 done, but some records or files could not be read or
written; 2 could not run; 130 interrupted.`;

/** `tapis clean`: the main job. */
export function cleanCommand(terminal: Terminal): Command {
  const command = new Command("clean")
    .description("Write articles without the spam that was injected into them.")
    .argument("[paths...]", "files, folders and globs")
    .option("--files-from <file>", "clean the files listed there, one a line or NUL-separated; - is standard input")
    .option("--ignore <glob...>", "leave out what matches")
    .option("--shard <r/n>", "clean every n-th input from the r-th on (r from 0), or the r-th part of one big file of lines")
    .option("-o, --out <folder>", "write there, mirroring the input tree")
    .option("--in-place", "replace each file by its cleaned self")
    .option("--backup <suffix>", "with --in-place: keep what is replaced under its name and this");
  return addDecisionOptions(command)
    .addOption(
      new Option("--encoding <name>", "what the inputs are encoded in, if not UTF-8").choices(ENCODING_NAMES),
    )
    .addOption(
      new Option("--html-to <format>", "write HTML as HTML, or as the text that is kept").choices(["html", "text"]),
    )
    .option("--removed <file>", "write what is cut as JSON Lines, for a look and for tapis restore")
    .option("--rejects <file>", "write what cannot be read as JSON Lines: place, reason, raw")
    .option("--max-rejects <number>", "end the run when more records cannot be read: 100, or 5%")
    .option("--max-cut <percent>", "leave documents whole of which more would go: 60%")
    .option("--drop-empty", "leave out documents that are spam throughout")
    .option("--ledger <file>", "write down there what is done; else in the output folder while the run goes on")
    .option("--resume", "go on with a run that was killed or interrupted")
    .option("-j, --jobs <number>", "threads to clean with; else one for each processor")
    .option("--json-summary <file>", "write counts, times and settings of the run as JSON")
    .option("--dry-run", "write nothing, only tell what would be cut")
    .option("-q, --quiet", "no progress, no summary and no warnings")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { clean } = await import("../actions/clean.ts");
      await clean(paths, flags, terminal);
    });
}

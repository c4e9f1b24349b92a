import { Command, Option } from "commander";
import type { Terminal } from "../terminal.ts";
import { addDecisionOptions } from "./decision-options.ts";

const EXAMPLES = `
Without a path, standard input goes to standard output. What comes out has the
form of what went in, and only spam is missing:
  text, Markdown, HTML      a file is a document
  JSON, JSON Lines          one in the file, in each element or each line: --text-key
  CSV, TSV, Parquet         one in each row, in the column --text-key
  WARC, WET                 the pages and texts in it; all other records are copied
Any of them but Parquet may be packed with gzip (.gz) or zstd (.zst).

Examples:
  tapis clean article.txt > clean.txt
  tapis clean crawl/ --out cleaned/ --removed cuts.jsonl
  tapis clean crawl/ --out cleaned/ --removed cuts.jsonl --resume
  tapis clean "crawl/**/*.jsonl.gz" --text-key article.body --out cleaned/
  tapis clean --format jsonl --rejects bad.jsonl < crawl.jsonl > clean.jsonl
  tapis clean crawl/ --in-place --backup .orig
  find crawl -name "*.html" -print0 | tapis clean --files-from - --out cleaned/
  tapis clean big.jsonl --shard 0/3 --out part/
  tapis clean crawl/ --dry-run

Exit codes: 0 done; 1 done, but some records or files could not be read or
written; 2 could not run; 130 interrupted.`;

/** `tapis clean`: the main job. */
export function cleanCommand(terminal: Terminal): Command {
  const command = new Command("clean")
    .description("Write articles without the spam that was injected into them.")
    .argument("[paths...]", "files, folders and globs")
    .option("-o, --out <folder>", "write there, mirroring the input tree")
    .option("--in-place", "replace each file by its cleaned self")
    .option("--backup <suffix>", "with --in-place: keep what is replaced under its name and this");
  return addDecisionOptions(command)
    .option(
      "--files-from <list>",
      "clean the files of this list too, one a line or NUL; - for stdin",
    )
    .option("--ignore <pattern...>", "leave out files that folders and globs lead to")
    .option(
      "--shard <share>",
      "do one share only, as 0/3: every third file, or a third of one file",
    )
    .option("--removed <file>", "write each cut as JSON: document, span, text, posterior")
    .option("--rejects <file>", "write each record that cannot be read as JSON: line, reason, raw")
    .option("--max-rejects <number>", "end the run when more records cannot be read: 100, or 5%")
    .option("--max-cut <percent>", "leave documents whole of which more would go: 60%")
    .option("--drop-empty", "leave out documents that are spam throughout")
    .addOption(new Option("--html-to <form>", "write HTML files as plain text").choices(["text"]))
    .option("--resume", "go on with a run that was killed or interrupted")
    .option("--ledger <file>", "where the run writes down how far it is; else beside its outputs")
    .option("-j, --jobs <number>", "threads to clean with; else one for each processor")
    .option("--report <file>", "write a page of HTML that shows what was cut, doubtful cuts first")
    .option("--json-summary <file>", "write what was done as JSON: counts, time, outcome")
    .option("--dry-run", "write nothing, only tell what would be cut")
    .option("-q, --quiet", "no progress, no summary and no warnings")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { clean } = await import("../actions/clean.ts");
      await clean(paths, flags, terminal);
    });
}

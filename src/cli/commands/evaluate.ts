import { Command } from "commander";
import type { Terminal } from "../terminal.ts";
import { addThresholdOptions } from "./decision-options.ts";

const EXAMPLES = `
Labelled documents are JSON Lines (.jsonl, or .jsonl.gz), a document a line:
  {"id": "a1", "text": "…", "lang": "id", "slice": "tail", "spam": [[120, 310]]}
"spam" holds the injected spans as [start, end), in UTF-16 code units of the text.

A document is exact when nothing but its spam is gone, white space aside. Lost is
the share of the characters that are no spam and are gone all the same, left that
of the spam still there. Intervals hold 95 % of 1,000 bootstrap resamples.

--by-source takes the folder of the texts that the documents were composed of (its
spam.jsonl.gz tells whose spam is in which document) and trains about six models,
each without the words and evidence of half of the sources. That takes an hour.

Examples:
  tapis evaluate labelled.jsonl
  tapis evaluate "sets/*.jsonl.gz" --against keywords,words,natural --html report.html
  tapis evaluate labelled.jsonl --json --worst 0 | jq .all.exact
  tapis evaluate ../corpus/dev/documents.jsonl.gz --by-source ../corpus/dev
  tapis evaluate labelled.jsonl --min-exact 95 --max-lost 0.1

Exit codes: 0 done; 1 done, but the figures are not what was asked for; 2 could not
run.`;

/** `tapis evaluate`: how well the spam of labelled documents is found. */
export function evaluateCommand(terminal: Terminal): Command {
  return addThresholdOptions(new Command("evaluate"))
    .description("Measure how well the spam of labelled documents is found.")
    .argument("<documents...>", "files, folders and globs of labelled documents")
    .option("--model <file>", "decide with this model instead of the bundled one")
    .option("--by-source <corpus>", "cross-validate: train models that have not seen the sources")
    .option("--data <folder>", "training data for --by-source", "data")
    .option("--trees <count>", "trees in each forest, for --by-source", "300")
    .option("--cleaned <file>", "write the cleaned documents as JSON Lines: id and text")
    .option("--against <names>", "also score simpler ways: keywords, words, natural")
    .option("--worst <count>", "how many of the worst documents to show", "5")
    .option("--json", "print everything as JSON instead of tables")
    .option("--html <file>", "write a page with the tables and curves")
    .option("--min-exact <percent>", "fail when fewer documents than this are exact")
    .option("--max-lost <percent>", "fail when more of the news than this is lost")
    .option("--color", "colours, even where the output is no terminal")
    .option("--no-color", "no colours")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { evaluate } = await import("../actions/evaluate.ts");
      await evaluate(paths, flags, terminal);
    });
}

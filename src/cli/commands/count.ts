import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

const EXAMPLES = `
Labelled documents are JSON Lines (.jsonl, or .jsonl.gz), a document a line:
  {"id": "a1", "text": "…", "lang": "id", "source": "site", "spam": [[120, 310]]}
"spam" holds the injected spans as [start, end), in UTF-16 code units of the text.

The tables say in how many paragraphs each word stands, by label, language and
source. They hold no text, only words and their counts.

Examples:
  tapis count labelled.jsonl --out counts.txt
  tapis count site-a.jsonl.gz site-b.jsonl.gz --least 3 --out data/counts/mine.txt.gz`;

/** `tapis count`: count tables out of labelled documents. */
export function countCommand(terminal: Terminal): Command {
  return new Command("count")
    .description("Count the words of labelled documents, for training.")
    .argument("<documents...>", "files, folders and globs of labelled documents")
    .requiredOption("-o, --out <file>", "the file to write, gzipped when it ends in .gz")
    .option("--least <count>", "drop words that stand in fewer paragraphs", "1")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { count } = await import("../actions/count.ts");
      await count(paths, flags, terminal);
    });
}

import { Command } from "commander";
import type { Terminal } from "../terminal.ts";
import { addDecisionOptions } from "./decision-options.ts";

const EXAMPLES = `
Each paragraph is shown with its verdict (cut, unsure or keep), the probability
that it is spam, and the words that weighed most, in nats: above 0 they speak for
spam, below 0 against it. Where it is cut or unsure, the other evidence follows, and
what the log-odds of the probability are made of.

Examples:
  tapis inspect article.txt
  tapis inspect crawl.jsonl --color | less -R
  tapis inspect --words 12 < article.txt
  tapis inspect crawl.jsonl --json | jq '.paragraphs[] | select(.verdict == "unsure")'`;

/** `tapis inspect`: shows what would be cut, and why. */
export function inspectCommand(terminal: Terminal): Command {
  const command = new Command("inspect")
    .description("Show what would be cut from articles, how sure that is, and why.")
    .argument("[paths...]", "files, folders and globs; standard input without one");
  return addDecisionOptions(command)
    .option("--words <count>", "how many words to show for a paragraph", "6")
    .option("--json", "a line of JSON for each document, with everything that is known of it")
    .option("--color", "colours, even where the output is no terminal")
    .option("--no-color", "no colours")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { inspect } = await import("../actions/inspect.ts");
      await inspect(paths, flags, terminal);
    });
}

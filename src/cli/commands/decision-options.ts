import { type Command, Option } from "commander";
import { FORMAT_NAMES } from "../../formats/format-names.ts";

/**
 * Adds the options of every command that decides paragraphs: what the input is, and how sure is
 * sure enough.
 */
export function addDecisionOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "-f, --format <name>",
        "read all inputs as this; else guessed from the name",
      ).choices(FORMAT_NAMES),
    )
    .option("--text-key <path>", 'JSON field that holds the text, as "article.body"', "text")
    .option("--threshold <number>", "least posterior that is cut, from 0 to 1 (higher cuts less)")
    .option("--model <file>", "decide with this model instead of the bundled one");
}

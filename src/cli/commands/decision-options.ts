import { type Command, Option } from "commander";
import { PRESETS } from "../../core/clean/presets.ts";
import { FORMAT_NAMES } from "../../formats/format-names.ts";
import { ENCODING_NAMES } from "../../formats/encoding/encoding.ts";

/**
 * Adds the options of every command that decides paragraphs: what the input is, and how sure is
 * sure enough.
 */
export function addDecisionOptions(command: Command): Command {
  return addThresholdOptions(command)
    .addOption(
      new Option(
        "-f, --format <name>",
        "read all inputs as this; else guessed from the name",
      ).choices(FORMAT_NAMES),
    )
    .option("--text-key <path>", 'field or column that holds the text, as "article.body"', "text")
    .addOption(
      new Option(
        "--encoding <name>",
        "encoding of all inputs; else UTF-8, or UTF-16 by its byte order mark",
      ).choices(ENCODING_NAMES),
    )
    .option("--model <file>", "decide with this model instead of the bundled one");
}

/** Adds the options that say how sure is sure enough. */
export function addThresholdOptions(command: Command): Command {
  return command
    .option("--threshold <number>", "least posterior that is cut, from 0 to 1 (higher cuts less)")
    .addOption(
      new Option(
        "--careful",
        `lose less news, leave more spam: --threshold ${PRESETS.careful}`,
      ).conflicts(["threshold", "thorough"]),
    )
    .addOption(
      new Option(
        "--thorough",
        `leave less spam, lose more news: --threshold ${PRESETS.thorough}`,
      ).conflicts(["threshold", "careful"]),
    );
}

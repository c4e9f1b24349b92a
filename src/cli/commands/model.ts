import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

const EXPORT_NOTES = `
The file is that of natural's BayesClassifier, with the labels ham and spam. It
holds the words only: natural judges each paragraph by itself, and underflows on
long ones. Give it arrays of words as Tapis counts them, or a stemmer that makes
them; natural's own stemmer would look for other words.

Example:
  tapis model export --natural words.json`;

const IMPORT_NOTES = `
The file must be one that natural's BayesClassifier saved, with the labels ham and
spam and no others. The model has words only, as natural spells them: words that it
stemmed are hardly met in an article.

Example:
  tapis model import classifier.json --out mine.model && tapis clean --model mine.model a.txt`;

/** `tapis model`: models to and from other programs. */
export function modelCommand(terminal: Terminal): Command {
  const command = new Command("model").description("Exchange models with the natural package.");
  command
    .command("export")
    .description("Write the words of a model as a file that natural reads.")
    .requiredOption("--natural <file>", "the file to write")
    .option("--model <file>", "the model to export instead of the bundled one")
    .addHelpText("after", EXPORT_NOTES)
    .action(async (flags: Readonly<Record<string, unknown>>) => {
      const { exportModel } = await import("../actions/model.ts");
      await exportModel(flags, terminal);
    });
  command
    .command("import")
    .description("Make a model of a file that natural wrote.")
    .argument("<file>", "the file that natural wrote")
    .requiredOption("-o, --out <file>", "the model file to write")
    .addHelpText("after", IMPORT_NOTES)
    .action(async (file: string, flags: Readonly<Record<string, unknown>>) => {
      const { importModel } = await import("../actions/model.ts");
      await importModel(file, flags, terminal);
    });
  return command;
}

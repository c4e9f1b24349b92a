import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

const EXAMPLES = `
The same data give the same file, bit for bit. Takes a quarter of an hour.

Example:
  tapis train --data data --out models/tapis.model`;

/** `tapis train`: a model out of counts and evidence. */
export function trainCommand(terminal: Terminal): Command {
  return new Command("train")
    .description("Train a model from count tables, topics and evidence.")
    .option("--data <folder>", "folder with counts/, topics/ and evidence/", "data")
    .option("--out <file>", "the model file to write", "models/tapis.model")
    .option("--trees <count>", "number of trees in each forest", "300")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: Readonly<Record<string, unknown>>) => {
      const { train } = await import("../actions/train.ts");
      await train(flags, terminal);
    });
}

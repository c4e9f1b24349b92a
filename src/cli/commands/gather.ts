import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

const EXAMPLES = `
Makes data/counts and data/evidence, which hold numbers only, out of texts that may
not be published. For maintainers: data/README.md says what a corpus folder holds.

Example:
  tapis gather ../corpus/train && tapis train`;

/** `tapis gather`: counts and evidence out of a corpus. */
export function gatherCommand(terminal: Terminal): Command {
  return new Command("gather")
    .description("Make the count tables and evidence that a model is trained from.")
    .argument("<corpus>", "folder with articles.jsonl.gz and spam.jsonl.gz")
    .option("--seeds <folder>", "folder with texts written for training", "data/seeds")
    .option("--out <folder>", "folder that takes counts/ and evidence/", "data")
    .option("--documents <count>", "number of documents to compose", "20000")
    .addHelpText("after", EXAMPLES)
    .action(async (corpus: string, flags: Readonly<Record<string, unknown>>) => {
      const { gather } = await import("../actions/gather.ts");
      await gather(corpus, flags, terminal);
    });
}

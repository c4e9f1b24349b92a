import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

const EXAMPLES = `
Makes data/counts, data/topics and data/evidence, which hold words and numbers,
out of texts that may not be published. For maintainers: data/README.md says what
a corpus folder holds.

Example:
  tapis gather ../corpus/train --measured ../corpus/dev && tapis train`;

/** `tapis gather`: counts and evidence out of a corpus. */
export function gatherCommand(terminal: Terminal): Command {
  return new Command("gather")
    .description("Make the count tables, topics and evidence that a model is trained from.")
    .argument("<corpus>", "folder with articles.jsonl.gz and spam.jsonl.gz")
    .option("--measured <folder>", "another corpus, from whose sources labelled documents come")
    .option("--seeds <folder>", "folder with texts written for training", "data/seeds")
    .option("--out <folder>", "folder that takes counts/, topics/ and evidence/", "data")
    .option("--documents <count>", "number of documents to compose", "40000")
    .addHelpText("after", EXAMPLES)
    .action(async (corpus: string, flags: Readonly<Record<string, unknown>>) => {
      const { gather } = await import("../actions/gather.ts");
      await gather(corpus, flags, terminal);
    });
}

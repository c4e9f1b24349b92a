import * as z from "zod/mini";
import { runTrain } from "../../pipeline/run-train.ts";
import { parseFlags, WHOLE_NUMBER } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

const TrainFlags = z.object({ data: z.string(), out: z.string(), trees: WHOLE_NUMBER });

/** Does what a `tapis train` command line asks for. */
export async function train(
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { data, out, trees } = parseFlags(TrainFlags, rawFlags);
  await runTrain({
    data,
    out,
    treeCount: trees,
    onStep: (step) => terminal.stderr.write(`${step}\n`),
  });
}

import * as z from "zod/mini";
import { assertSeparate } from "../../io/assert-separate.ts";
import { findInputs } from "../../io/find-inputs.ts";
import { runCount } from "../../pipeline/run-count.ts";
import { parseFlags, WHOLE_NUMBER } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

/** Files that are taken when a folder is searched. */
const EXTENSIONS = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

const CountFlags = z.object({
  out: z.string().check(z.minLength(1, "must name a file")),
  least: WHOLE_NUMBER,
});

/** Does what a `tapis count` command line asks for. */
export async function count(
  paths: readonly string[],
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { out, least } = parseFlags(CountFlags, rawFlags);
  const found = await findInputs(paths, { extensions: EXTENSIONS });
  await assertSeparate({ inputs: found.paths, outputs: [out] });
  const { documents, paragraphs, spam } = await runCount({ paths: found.paths, out, least });
  terminal.stderr.write(
    `tapis: ${documents} documents, ${paragraphs} paragraphs, ${spam} of them spam\n`,
  );
}

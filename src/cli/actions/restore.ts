import * as z from "zod/mini";
import { isFolder } from "../../io/find-inputs.ts";
import { joinBelow } from "../../io/join-below.ts";
import { runRestore } from "../../pipeline/run-restore.ts";
import { escapeControls } from "../../report/escape-controls.ts";
import { parseFlags } from "../flags.ts";
import { countNoun } from "../format-tally.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";

const RestoreFlags = z.object({
  removed: z.string().check(z.minLength(1, "must name a file")),
  out: z.string().check(z.minLength(1, "must name a folder")),
  quiet: z._default(z.boolean(), false),
});

/** Does what a `tapis restore` command line asks for. */
export async function restore(
  cleaned: string,
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { removed, out, quiet } = parseFlags(RestoreFlags, rawFlags);
  const say = (message: string): void => {
    if (!quiet) terminal.stderr.write(`tapis: ${escapeControls(message)}\n`);
  };
  const isOfMany = await isFolder(cleaned);
  let restoredCount = 0;
  let failedCount = 0;
  const events = runRestore({
    removed,
    outputPathOf: (name) => joinBelow(out, name),
    cleanedPathOf: (name) => (isOfMany ? joinBelow(cleaned, name) : cleaned),
  });
  for await (const { fault } of events) {
    if (!isOfMany && restoredCount + failedCount > 0) {
      throw new UsageFault(
        `${removed} tells of several files: give the folder of the cleaned ones`,
      );
    }
    if (fault === undefined) restoredCount += 1;
    else failedCount += 1;
    if (fault !== undefined) say(fault.message);
  }
  if (failedCount > 0) terminal.exitCode = 1;
  say(
    `${countNoun(restoredCount, "file")} restored${failedCount > 0 ? `, ${failedCount} not` : ""}`,
  );
}

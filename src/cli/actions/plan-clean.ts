import { openStreamOutput } from "../../io/stream-output.ts";
import type { CleanJob } from "../../pipeline/clean-job.ts";
import type { CleanFlags } from "../clean-flags.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";
import { openStdin } from "./open-stdin.ts";

/** What a `tapis clean` command line asks for. */
export interface CleanPlan {
  readonly jobs: readonly CleanJob[];
  /** Where the run's ledger is kept; undefined for a run that one cannot go on with. */
  readonly ledger: string | undefined;
}

/**
 * What a `tapis clean` command line asks for, source by source. Refuses here, before anything is
 * written, whatever cannot be done without destroying a file.
 *
 * @throws {UsageFault} when paths and flags do not go together.
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_FORMAT_UNKNOWN, ERR_OUTPUT_CONFLICT.
 */
export async function planClean(
  paths: readonly string[],
  flags: CleanFlags,
  terminal: Terminal,
): Promise<CleanPlan> {
  const hasPaths = paths.length > 0 || flags.filesFrom !== undefined;
  assertTogether(hasPaths, flags);
  if (!hasPaths) return { jobs: [await planStdin(flags, terminal)], ledger: undefined };
  const { planFiles } = await import("./plan-files.ts");
  return planFiles(paths, flags, terminal);
}

/** @throws {UsageFault} when flags exclude each other, or one lacks another. */
function assertTogether(hasPaths: boolean, flags: CleanFlags): void {
  const { inPlace, out, backup, resume, dropEmpty, htmlTo, ledger, shard } = flags;
  const writesFiles = inPlace || out !== undefined;
  const faults: readonly (readonly [boolean, string])[] = [
    [inPlace && out !== undefined, "--out and --in-place exclude each other"],
    [
      writesFiles && !hasPaths,
      `${inPlace ? "--in-place" : "--out"} needs the paths of files to clean`,
    ],
    [backup !== undefined && !inPlace, "--backup goes with --in-place"],
    [inPlace && htmlTo !== undefined, "--html-to goes with --out: in place, pages would be lost"],
    [inPlace && dropEmpty, "--drop-empty goes with --out: in place, files would be emptied"],
    [resume && !writesFiles, "--resume goes with --out or --in-place: a stream is gone"],
    [shard !== undefined && !hasPaths, "--shard needs the paths of files to clean"],
    [ledger !== undefined && !writesFiles, "--ledger goes with --out or --in-place"],
  ];
  const fault = faults.find(([isFault]) => isFault);
  if (fault !== undefined) throw new UsageFault(fault[1]);
}

/** Files that a run writes beside its outputs. */
export function sideFiles({ removed, rejects, report, jsonSummary }: CleanFlags): string[] {
  return [removed, rejects, report, jsonSummary].filter((path) => path !== undefined);
}

async function planStdin(flags: CleanFlags, terminal: Terminal): Promise<CleanJob> {
  const source = openStdin(flags, terminal);
  const outputs = sideFiles(flags);
  if (outputs.length > 0) {
    const { assertSeparate } = await import("../../io/assert-separate.ts");
    await assertSeparate({ inputs: [], outputs });
  }
  const name = source.name.replaceAll(/[<>]/g, "");
  return {
    source,
    isInPlace: false,
    async findRestorable() {
      const encoding = await source.findEncoding();
      return {
        path: source.name,
        name,
        cleaned: name,
        from: "changes",
        encoding,
        cleanedEncoding: source.isNewForm ? "utf-8" : encoding,
      };
    },
    ...(!flags.dryRun && {
      openOutput: () => source.formOutput(openStreamOutput(terminal.stdout, "standard output")),
    }),
  };
}

import { loadFormat } from "../../formats/load-format.ts";
import { assertSeparate } from "../../io/assert-separate.ts";
import { mirrorPath, relativeName } from "../../io/find-inputs.ts";
import { joinFiles } from "../../io/joined-output.ts";
import { measureFile } from "../../io/measure-file.ts";
import { openStreamOutput } from "../../io/stream-output.ts";
import type { CleanJob } from "../../pipeline/clean-job.ts";
import { openCleanedFile, openFileCopy } from "../../pipeline/cleaned-file.ts";
import type { FileSource } from "../../pipeline/file-source.ts";
import { formatShard } from "../../pipeline/shard.ts";
import type { CleanFlags } from "../clean-flags.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";
import { openInputs } from "./open-inputs.ts";
import { type OpenedSources, openStdin } from "./open-sources.ts";

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
  const opened = hasPaths
    ? await openInputs(paths, flags, terminal)
    : { sources: [openStdin(flags, terminal)], base: "" };
  if (flags.out !== undefined || flags.inPlace) {
    return { jobs: await planFiles(opened, flags), ledger: ledgerPath(opened, flags) };
  }
  const filePaths = !hasPaths ? [] : opened.sources.map(({ name }) => name);
  await assertSeparate({ inputs: filePaths, outputs: sideFiles(flags) });
  return { jobs: await planStream(opened, flags, terminal), ledger: undefined };
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

function sideFiles({ removed, rejects, report, jsonSummary }: CleanFlags): string[] {
  return [removed, rejects, report, jsonSummary].filter((path) => path !== undefined);
}

/** The ledger is in the output folder, or where the tree begins that is replaced, unless the flags say otherwise. */
function ledgerPath(
  { base }: OpenedSources,
  { ledger, out, dryRun, shard }: CleanFlags,
): string | undefined {
  const share = shard === undefined ? "" : `.${formatShard(shard)}`;
  return dryRun ? undefined : (ledger ?? `${out ?? base}/.tapis-ledger${share}.jsonl`);
}

async function planFiles({ sources, base }: OpenedSources, flags: CleanFlags): Promise<CleanJob[]> {
  const { out, inPlace, backup, dryRun } = flags;
  const inputs = sources.map(({ name }) => name);
  const outputOf = ({ cleanedName }: FileSource): string =>
    out === undefined ? cleanedName : mirrorPath(cleanedName, { base, folder: out });
  const backups = backup === undefined ? [] : inputs.map((path) => path + backup);
  await assertSeparate({
    inputs: inPlace ? [] : inputs,
    outputs: [...sources.map(outputOf), ...backups, ...sideFiles(flags)],
  });
  return sources.map((source) => {
    const path = outputOf(source);
    const kept = backup === undefined ? {} : { backup: source.name + backup };
    const isCopiedWhole = source.isPacked && !source.isNewForm && source.fileFormat !== "parquet";
    return {
      ...jobOf(source, base),
      isInPlace: inPlace,
      ...(!dryRun && {
        openOutput: (options) => openCleanedFile(path, source, { ...options, ...kept }),
        ...(isCopiedWhole && { openCopy: (options) => openFileCopy(source.name, path, options) }),
      }),
    };
  });
}

/** What is the same for a file wherever its cleaned content goes. */
function jobOf(source: FileSource, base: string): CleanJob {
  return {
    source,
    isInPlace: false,
    measure: () => measureFile(source.name),
    async findRestorable() {
      const encoding = await source.findEncoding();
      return {
        path: source.name,
        name: relativeName(source.partName ?? source.name, base),
        cleaned: relativeName(source.cleanedName, base),
        from: source.isPacked ? "bytes" : "changes",
        encoding,
        cleanedEncoding: source.isNewForm ? "utf-8" : encoding,
      };
    },
  };
}

async function planStream(
  { sources, base }: OpenedSources,
  { dryRun }: CleanFlags,
  terminal: Terminal,
): Promise<CleanJob[]> {
  if (dryRun) return sources.map((source) => jobOf(source, base));
  const stdout = openStreamOutput(terminal.stdout, "standard output");
  if (sources.length === 1) {
    return sources.map((source) => ({
      ...jobOf(source, base),
      openOutput: () => source.formOutput(stdout),
    }));
  }
  const formats = await Promise.all(sources.map(({ format }) => loadFormat(format)));
  const canBeJoined = sources.every(
    ({ format, fileFormat }, index) =>
      format === fileFormat && formats[index]?.canBeJoined === true,
  );
  if (!canBeJoined) {
    throw new UsageFault(
      `${sources.length} files cannot go into one stream, unless all are JSON Lines or WARC: use --out FOLDER or --in-place`,
    );
  }
  const openNext = joinFiles(stdout);
  return sources.map((source) => ({
    ...jobOf(source, base),
    // Nobody can tell them apart any more.
    findRestorable: undefined,
    openOutput: async () => openNext(),
  }));
}

import { relative, resolve, sep } from "node:path";
import { loadFormat } from "../../formats/load-format.ts";
import { assertSeparate } from "../../io/assert-separate.ts";
import { mirrorPath } from "../../io/find-inputs.ts";
import { encodingOutput } from "../../io/encoding-output.ts";
import { joinFiles } from "../../io/joined-output.ts";
import { measureFile } from "../../io/measure-file.ts";
import { openStreamOutput } from "../../io/stream-output.ts";
import type { CleanJob } from "../../pipeline/clean-job.ts";
import { openCleanedFile } from "../../pipeline/cleaned-file.ts";
import { fileSource } from "../../pipeline/file-source.ts";
import { openRemovalRecorder } from "../../pipeline/open-removal-recorder.ts";
import { shardName, takeShard } from "../../pipeline/shard.ts";
import type { CleanFlags } from "../clean-flags.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";
import { findFiles, type InputFile, type InputFiles, openStdin } from "./open-sources.ts";

/** What a `tapis clean` command line asks for. */
export interface CleanPlan {
  readonly jobs: readonly CleanJob[];
  /** Where the run's ledger is kept; undefined for a run that cannot be gone on with. */
  readonly ledger: string | undefined;
  /** What was left out, or cannot be read, and why. */
  readonly notes: readonly string[];
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
  assertTogether(paths, flags);
  if (paths.length === 0 && flags.filesFrom === undefined) {
    const source = openStdin(flags, terminal);
    const openOutput = flags.dryRun ? undefined : openStdout(flags, terminal);
    await assertSeparate({ inputs: [], outputs: sideFiles(flags) });
    return { jobs: [{ source, isInPlace: false, openOutput }], ledger: undefined, notes: [] };
  }
  const found = await findFiles(paths, flags, terminal);
  const files = flags.shard === undefined ? found.files : takeShard(found.files, flags.shard);
  const { notes } = found;
  if (flags.out === undefined && !flags.inPlace) {
    await assertSeparate({ inputs: files.map(({ path }) => path), outputs: sideFiles(flags) });
    return { jobs: await planStream(files, flags, terminal), ledger: undefined, notes };
  }
  return { jobs: await planFiles({ ...found, files }, flags), ledger: ledgerPath(found, flags), notes };
}

/** @throws {UsageFault} when flags exclude each other, or one lacks another. */
function assertTogether(paths: readonly string[], flags: CleanFlags): void {
  const { inPlace, out, backup, resume, dropEmpty, htmlTo, ledger, filesFrom } = flags;
  const writesFiles = inPlace || out !== undefined;
  const faults: readonly (readonly [boolean, string])[] = [
    [inPlace && out !== undefined, "--out and --in-place exclude each other"],
    [
      writesFiles && paths.length === 0 && filesFrom === undefined,
      `${inPlace ? "--in-place" : "--out"} needs the paths of files to clean`,
    ],
    [backup !== undefined && !inPlace, "--backup goes with --in-place"],
    [inPlace && dropEmpty, "--drop-empty goes with --out, not with --in-place: files would be emptied"],
    [inPlace && htmlTo === "text", "--html-to text goes with --out, not with --in-place"],
    [resume && !writesFiles, "--resume goes with --out or --in-place: a stream cannot be gone on with"],
    [ledger !== undefined && !writesFiles, "--ledger goes with --out or --in-place"],
  ];
  const fault = faults.find(([isSo]) => isSo);
  if (fault !== undefined) throw new UsageFault(fault[1]);
}

function sideFiles({ removed, rejects, jsonSummary }: CleanFlags): string[] {
  return [removed, rejects, jsonSummary].filter((path) => path !== undefined);
}

/** The ledger stands in the output folder, or beside what is replaced, unless the flags say otherwise. */
function ledgerPath({ base }: InputFiles, flags: CleanFlags): string | undefined {
  const { ledger, out, shard, dryRun } = flags;
  if (dryRun) return undefined;
  const part = shard === undefined ? "" : `.${shard.index}-of-${shard.count}`;
  return ledger ?? `${out ?? base}${sep}.tapis-ledger${part}.jsonl`;
}

async function planFiles(
  { files, base }: Pick<InputFiles, "files" | "base">,
  flags: CleanFlags,
): Promise<CleanJob[]> {
  const { out, inPlace, backup, dryRun } = flags;
  const inputs = files.map(({ path }) => path);
  const outputOf = (path: string): string =>
    out === undefined ? path : withTextName(mirrorPath(path, { base, folder: out }), flags);
  const outputs = inputs.map(outputOf);
  const backups = backup === undefined ? [] : inputs.map((path) => path + backup);
  await assertSeparate({
    inputs: inPlace ? [] : inputs,
    outputs: [...outputs, ...backups, ...sideFiles(flags)],
  });
  return files.map((file): CleanJob => {
    const cleaned = { input: file.path, output: outputOf(file.path), reading: file.reading };
    return {
      ...jobOf(file),
      isInPlace: inPlace,
      openOutput: dryRun
        ? undefined
        : (options) =>
            openCleanedFile(cleaned, {
              ...options,
              ...(backup !== undefined && { backup: file.path + backup }),
            }),
      openRecorder:
        flags.removed === undefined
          ? undefined
          : (reached) =>
              openRemovalRecorder(file, {
                name: relative(base, resolve(file.path)).split(sep).join("/"),
                reached,
              }),
    };
  });
}

/** What is the same for a file wherever its cleaned content goes. */
function jobOf({ path, reading }: InputFile): Pick<CleanJob, "source" | "rules" | "measure"> {
  return {
    source: fileSource(path, reading),
    // A row cannot be left out of one column.
    ...(reading.format === "parquet" && { rules: { keepsRejected: true, dropsEmpty: false } }),
    measure: () => measureFile(path),
  };
}

/** The name of an HTML file of which only the text is kept. */
function withTextName(path: string, { htmlTo }: CleanFlags): string {
  return htmlTo === "text" ? path.replace(/\.x?html?(?=(?:\.(?:gz|zst))?$)/i, ".txt") : path;
}

async function planStream(
  files: readonly InputFile[],
  flags: CleanFlags,
  terminal: Terminal,
): Promise<CleanJob[]> {
  const jobs = files.map((file) => ({ ...jobOf(file), isInPlace: false }));
  if (flags.dryRun) return jobs;
  const stdout = openStdout(flags, terminal);
  if (jobs.length === 1) return jobs.map((job) => ({ ...job, openOutput: stdout }));
  const formats = new Set(files.map(({ reading }) => reading.format));
  const [format = "text"] = formats;
  if (formats.size > 1 || format === "parquet" || !(await loadFormat(format)).canBeJoined) {
    throw new UsageFault(
      `${files.length} files of this kind cannot go into one stream: use --out FOLDER or --in-place`,
    );
  }
  const openNext = joinFiles(await stdout());
  return jobs.map((job) => ({ ...job, openOutput: async () => openNext() }));
}

function openStdout({ encoding = "utf-8" }: CleanFlags, terminal: Terminal) {
  const stdout = openStreamOutput(terminal.stdout, "standard output");
  return async () => (encoding === "utf-8" ? stdout : encodingOutput(stdout, encoding));
}

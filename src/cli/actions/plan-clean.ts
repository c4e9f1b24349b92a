import { assertSeparate } from "../../io/assert-separate.ts";
import { openFileOutput } from "../../io/file-output.ts";
import { mirrorPath } from "../../io/find-inputs.ts";
import { joinFiles } from "../../io/joined-output.ts";
import { openStreamOutput } from "../../io/stream-output.ts";
import { loadFormat } from "../../formats/load-format.ts";
import type { CleanJob } from "../../pipeline/run-clean.ts";
import type { CleanFlags } from "../clean-flags.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";
import { type OpenedSources, openFiles, openStdin } from "./open-sources.ts";

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
): Promise<CleanJob[]> {
  const isInPlace = flags.inPlace;
  if (isInPlace && flags.out !== undefined) {
    throw new UsageFault("--out and --in-place exclude each other");
  }
  if (paths.length === 0 && (isInPlace || flags.out !== undefined)) {
    throw new UsageFault(`${isInPlace ? "--in-place" : "--out"} needs the paths of files to clean`);
  }
  const opened =
    paths.length === 0
      ? { sources: [openStdin(flags, terminal)], base: "" }
      : await openFiles(paths, flags);
  const filePaths = paths.length === 0 ? [] : opened.sources.map((source) => source.name);
  const side = [flags.removed, flags.rejects].filter((path) => path !== undefined);

  if (isInPlace) {
    await assertSeparate({ inputs: [], outputs: [...filePaths, ...side] });
    return planFiles(opened, flags, (path) => path);
  }
  if (flags.out !== undefined) {
    const places = { base: opened.base, folder: flags.out };
    const outputs = filePaths.map((path) => mirrorPath(path, places));
    await assertSeparate({ inputs: filePaths, outputs: [...outputs, ...side] });
    return planFiles(opened, flags, (path) => mirrorPath(path, places));
  }
  await assertSeparate({ inputs: filePaths, outputs: side });
  return planStream(opened, flags, terminal);
}

function planFiles(
  { sources }: OpenedSources,
  { dryRun, inPlace }: CleanFlags,
  outputPath: (inputPath: string) => string,
): CleanJob[] {
  return sources.map((source) => ({
    source,
    isInPlace: inPlace,
    openOutput: dryRun ? undefined : () => openFileOutput(outputPath(source.name)),
  }));
}

async function planStream(
  { sources }: OpenedSources,
  { dryRun }: CleanFlags,
  terminal: Terminal,
): Promise<CleanJob[]> {
  if (dryRun) return sources.map((source) => ({ source, isInPlace: false }));
  const stdout = openStreamOutput(terminal.stdout, "standard output");
  if (sources.length === 1) {
    return sources.map((source) => ({ source, isInPlace: false, openOutput: async () => stdout }));
  }
  if (!(await Promise.all(sources.map(({ format }) => loadFormat(format)))).every((format) => format.canBeJoined)) {
    throw new UsageFault(
      `${sources.length} files that are a text each cannot go into one stream: use --out FOLDER or --in-place`,
    );
  }
  const openNext = joinFiles(stdout);
  return sources.map((source) => ({
    source,
    isInPlace: false,
    openOutput: async () => openNext(),
  }));
}

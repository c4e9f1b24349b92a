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
import type { OpenedSources } from "./open-sources.ts";
import { type CleanPlan, sideFiles } from "./plan-clean.ts";

/**
 * What a `tapis clean` command line asks for that names files.
 *
 * @throws {UsageFault} when files and flags do not go together.
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_FORMAT_UNKNOWN, ERR_OUTPUT_CONFLICT.
 */
export async function planFiles(
  paths: readonly string[],
  flags: CleanFlags,
  terminal: Terminal,
): Promise<CleanPlan> {
  const opened = await openInputs(paths, flags, terminal);
  if (flags.out !== undefined || flags.inPlace) {
    return { jobs: await planEach(opened, flags), ledger: ledgerPath(opened, flags) };
  }
  const inputs = opened.sources.map(({ name }) => name);
  await assertSeparate({ inputs, outputs: sideFiles(flags) });
  return { jobs: await planStream(opened, flags, terminal), ledger: undefined };
}

/** The ledger is in the output folder, or where the tree begins that is replaced, unless the flags say otherwise. */
function ledgerPath(
  { base }: OpenedSources,
  { ledger, out, dryRun, shard }: CleanFlags,
): string | undefined {
  const share = shard === undefined ? "" : `.${formatShard(shard)}`;
  return dryRun ? undefined : (ledger ?? `${out ?? base}/.tapis-ledger${share}.jsonl`);
}

async function planEach({ sources, base }: OpenedSources, flags: CleanFlags): Promise<CleanJob[]> {
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

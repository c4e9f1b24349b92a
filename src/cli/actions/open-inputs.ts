import { readChunks } from "../../io/read-file.ts";
import { readPathList } from "../../io/read-path-list.ts";
import { isDivisible, shardSource, takeShard } from "../../pipeline/shard.ts";
import type { CleanFlags } from "../clean-flags.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";
import { type OpenedSources, openFiles } from "./open-sources.ts";

/**
 * The files that a `tapis clean` command line names, or those of a shard of them: a single file is divided itself, if that can be
 * done.
 *
 * @throws {UsageFault} when flags do not go together.
 * @throws {TapisError} ERR_INPUT_*, ERR_FORMAT_UNKNOWN.
 */
export async function openInputs(
  paths: readonly string[],
  flags: CleanFlags,
  terminal: Terminal,
): Promise<OpenedSources> {
  const { filesFrom, shard, inPlace } = flags;
  const listed = filesFrom === undefined ? [] : await readList(filesFrom, terminal);
  const opened = await openFiles(paths, { ...flags, listed });
  if (shard === undefined) return opened;
  const [first, ...others] = opened.sources;
  if (first === undefined || others.length > 0 || !(await isDivisible(first))) {
    return { ...opened, sources: takeShard(opened.sources, shard) };
  }
  if (inPlace)
    throw new UsageFault("--shard of one file goes with --out: each writes a part of it");
  return { ...opened, sources: [shardSource(first, shard)] };
}

async function readList(path: string, { stdin }: Terminal): Promise<string[]> {
  return readPathList(path === "-" ? stdin : readChunks(path), path);
}

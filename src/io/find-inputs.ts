import { stat } from "node:fs/promises";
import { dirname, join, parse, relative, resolve, sep } from "node:path";
import { TapisError } from "../errors.ts";
import { describeFault, isFault } from "./system-fault.ts";

/** What paths and globs led to. */
export interface FoundInputs {
  /** The files, each once, in the order of the arguments, and by name within a folder or glob. */
  readonly paths: readonly string[];
  /**
   * Absolute path of the innermost folder that holds all that was asked for; the tree to mirror
   * starts there.
   */
  readonly base: string;
}

/** Options for {@link findInputs}. */
export interface FindOptions {
  /** Ends of the file names that are taken when a folder is searched, with the dot. */
  readonly extensions: readonly string[];
  /** Patterns of files that folders and globs leave out, from the folder, or for globs from the working directory. */
  readonly ignore?: readonly string[] | undefined;
  /** Paths that are taken as they are, behind those that the arguments lead to, whether there is such a file or not. */
  readonly listed?: readonly string[] | undefined;
  /** A folder whose files folders and globs leave out, because the outputs go there. */
  readonly leaveOut?: string | undefined;
}

/**
 * The files that paths, folders and globs name.
 *
 * A path that exists is taken as it is, even if it looks like a glob. Folders are searched to the
 * bottom. Folders and globs leave out hidden files, symbolic links, and what is no file: pipes, devices.
 *
 * @throws {TapisError} ERR_INPUT_MISSING names the first argument that leads to no file;
 *   ERR_INPUT_READ when a folder cannot be listed.
 */
export async function findInputs(
  args: readonly string[],
  options: FindOptions,
): Promise<FoundInputs> {
  const pathByResolved = new Map<string, string>();
  let base: string | undefined;
  for (const arg of args) {
    const { folder, paths } = await findFiles(arg, options);
    for (const path of paths) {
      const resolved = resolve(path);
      if (!pathByResolved.has(resolved)) pathByResolved.set(resolved, path);
    }
    base = base === undefined ? resolve(folder) : commonFolder([base, resolve(folder)]);
  }
  for (const path of options.listed ?? []) {
    const resolved = resolve(path);
    if (!pathByResolved.has(resolved)) pathByResolved.set(resolved, path);
    const folder = dirname(resolved);
    base = base === undefined ? folder : commonFolder([base, folder]);
  }
  return { paths: [...pathByResolved.values()], base: base ?? resolve(".") };
}

interface Found {
  readonly folder: string;
  readonly paths: readonly string[];
}

async function findFiles(arg: string, options: FindOptions): Promise<Found> {
  const kind = await findKind(arg);
  if (kind === "file") return { folder: dirname(arg), paths: [arg] };
  if (kind === "folder") {
    const endings = options.extensions.map((extension) => extension.slice(1)).join(",");
    const names = await search(`**/*.{${endings}}`, {
      ...options,
      cwd: arg,
      caseSensitiveMatch: false,
    });
    const paths = names.map((name) => join(arg, name));
    if (paths.length > 0) return { folder: arg, paths };
    const wanted = options.extensions.join(", ");
    throw new TapisError("ERR_INPUT_MISSING", `${arg}: no file in this folder ends in ${wanted}`);
  }
  const { default: glob } = await import("fast-glob");
  const pattern = sep === "\\" ? arg.replaceAll("\\", "/") : arg;
  if (!glob.isDynamicPattern(pattern)) {
    throw new TapisError("ERR_INPUT_MISSING", `${arg}: no such file or folder`);
  }
  const paths = await search(pattern, options);
  const folder = glob.generateTasks(pattern)[0]?.base ?? ".";
  if (paths.length > 0) return { folder, paths };
  throw new TapisError("ERR_INPUT_MISSING", `${arg}: no file matches`);
}

/**
 * Whether a path leads to a folder.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ.
 */
export async function isFolder(path: string): Promise<boolean> {
  const kind = await findKind(path);
  if (kind !== "missing") return kind === "folder";
  throw new TapisError("ERR_INPUT_MISSING", `${path}: no such file or folder`);
}

async function findKind(path: string): Promise<"file" | "folder" | "missing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (cause) {
    if (isFault(cause, "ENOENT") || isFault(cause, "ENOTDIR")) return "missing";
    const message = `${path}: cannot be read: ${describeFault(cause)}`;
    throw new TapisError("ERR_INPUT_READ", message, { cause });
  }
}

async function search(
  pattern: string,
  options: FindOptions & { readonly cwd?: string; readonly caseSensitiveMatch?: boolean },
): Promise<string[]> {
  const { cwd = ".", caseSensitiveMatch = true, ignore = [], leaveOut } = options;
  const { default: glob } = await import("fast-glob");
  try {
    const names = await glob(pattern, {
      cwd,
      caseSensitiveMatch,
      ignore: [...ignore],
      followSymbolicLinks: false,
    });
    const outside = names.filter(
      (name) => leaveOut === undefined || !isInside(resolve(cwd, name), resolve(leaveOut)),
    );
    return outside.toSorted();
  } catch (cause) {
    const message = `${cwd}: cannot be listed: ${describeFault(cause)}`;
    throw new TapisError("ERR_INPUT_READ", message, { cause });
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The innermost folder that holds all of these; all must be absolute. */
function commonFolder(folders: readonly [string, string]): string {
  const [first, second] = folders;
  const root = parse(first).root;
  let common = first;
  while (common !== root && common !== second && !isInside(second, common))
    common = dirname(common);
  return common;
}

/** Where a file goes under `folder` when the tree below `base` is mirrored there. */
export function mirrorPath(path: string, places: { base: string; folder: string }): string {
  return join(places.folder, relative(places.base, resolve(path)));
}

/** Where a file stands below a folder, with `/` between folders; the bare name of what is no file: standard input. */
export function relativeName(path: string, folder: string): string {
  if (folder === "") return path.replaceAll(/[<>]/g, "");
  return relative(folder, resolve(path)).split(sep).join("/");
}

import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { TapisError } from "../errors.ts";
import type { Output } from "./output.ts";
import { describeFault, isFault } from "./system-fault.ts";

const FLUSH_BYTES = 256 * 1024;

/**
 * A file that gets its name only when it is complete.
 *
 * Everything goes to a temporary file in the same folder (made if need be); `commit` renames it,
 * `discard` removes it. A run that is killed may leave the temporary file, a hidden one, but never
 * half a file under the real name. A file that is replaced hands on its permissions, and a link
 * stays a link. A device or a named pipe is never replaced: it is written to as it stands, and
 * `discard` takes nothing back.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the output's methods, when the system refuses.
 */
export async function openFileOutput(path: string): Promise<Output> {
  return refusing(path, async () => {
    const old = await findStats(path);
    if (isDevice(path, old)) return new FileOutput(path, { handle: await open(path, "a") });
    const target = old === undefined ? path : await realpath(path);
    const folder = dirname(target);
    await mkdir(folder, { recursive: true });
    const temporary = join(folder, `.tapis-${randomUUID()}.part`);
    const mode = old === undefined ? undefined : old.mode & 0o777;
    const handle = await open(temporary, "wx", mode);
    // The mode given to `open` is cut by the umask.
    if (mode !== undefined) await handle.chmod(mode);
    return new FileOutput(path, { handle, renaming: { temporary, target } });
  });
}

interface FilePlaces {
  readonly handle: FileHandle;
  /** Left out when the file is written to directly. */
  readonly renaming?: { readonly temporary: string; readonly target: string };
}

class FileOutput implements Output {
  readonly #path: string;
  readonly #places: FilePlaces;
  #isOpen = true;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;

  constructor(path: string, places: FilePlaces) {
    this.#path = path;
    this.#places = places;
  }

  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= FLUSH_BYTES) await refusing(this.#path, () => this.#flush());
  }

  async commit(): Promise<void> {
    await refusing(this.#path, async () => {
      await this.#flush();
      await this.#places.handle.close();
      const { renaming } = this.#places;
      if (renaming !== undefined) await rename(renaming.temporary, renaming.target);
      this.#isOpen = false;
    });
  }

  async discard(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#places.handle.close().catch(() => {});
    const { renaming } = this.#places;
    if (renaming !== undefined) await rm(renaming.temporary, { force: true });
  }

  async #flush(): Promise<void> {
    const [first = new Uint8Array(), ...others] = this.#waiting;
    const bytes = others.length === 0 ? first : Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    await this.#places.handle.writeFile(bytes);
  }
}

async function findStats(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isFault(error, "ENOENT")) return undefined;
    throw error;
  }
}

/**
 * Whether a path leads to something that must stay. What is below `/dev` may be a link to a plain
 * file: `/dev/stderr`.
 */
function isDevice(path: string, stats: Stats | undefined): boolean {
  if (resolve(path).startsWith("/dev/")) return true;
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

async function refusing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const message = `${path}: cannot be written: ${describeFault(cause)}`;
    throw new TapisError("ERR_OUTPUT_WRITE", message, { cause });
  }
}

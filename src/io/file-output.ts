import {
  appendFile,
  appendFileSync,
  closeSync,
  fchmodSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { TapisError } from "../errors.ts";
import { AT_ONCE_BYTES } from "./at-once.ts";
import type { Output, ResumableOutput } from "./output.ts";
import { describeFault, isFault } from "./system-fault.ts";

const FLUSH_BYTES = 256 * 1024;

const appendLater = promisify(appendFile);
const syncLater = promisify(fdatasync);

/** Where a file is until it gets its name, and what that name is. */
export interface Renaming {
  readonly temporary: string;
  readonly target: string;
  /** A second name for what the file replaces, if that is to be kept. */
  readonly backup: string | null;
}

/** Options for {@link openFileOutput}. */
export interface FileOutputOptions {
  /**
   * Name of the temporary file, in the folder of the target.
   * @defaultValue a random one
   */
  readonly temporaryName?: string;
  /** Goes on with the temporary file behind so many bytes, which must be there. */
  readonly resumeAt?: number;
  /** Another name under which a file that is replaced stays. */
  readonly backup?: string | undefined;
  /** Called when everything is on the disk, before the file gets its name. */
  readonly beforeRename?: (renaming: Renaming) => Promise<void>;
}

/**
 * A file that gets its name only when it is complete.
 *
 * Everything goes to a temporary file in the same folder (made if need be); `commit` flushes and renames it,
 * `discard` removes it. A run that is killed may leave the temporary file, a hidden one, but never
 * half a file under the real name. A file that is replaced hands on its permissions, and a link
 * stays a link. A device or a named pipe is never replaced: it is written to as it stands, and
 * `discard` takes nothing back.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE, also from the output's methods, when the system refuses, when the path is a
 *   folder's, or when there is less of the temporary file than `resumeAt`.
 */
export async function openFileOutput(
  path: string,
  { temporaryName, resumeAt, backup, beforeRename }: FileOutputOptions = {},
): Promise<Output | ResumableOutput> {
  return refusing(path, async () => {
    const old = findStats(path);
    if (old?.isDirectory() === true) throw new Error("there is a folder of that name");
    if (isDevice(path, old)) return deviceOutput(path, openSync(path, "a"));
    const target = old === undefined ? path : realpathSync(path);
    mkdirSync(dirname(target), { recursive: true });
    const temporary = temporaryPath(target, temporaryName ?? `.tapis-${crypto.randomUUID()}.part`);
    const mode = old === undefined ? undefined : old.mode & 0o777;
    const file = openSync(temporary, resumeAt === undefined ? "w" : "a", mode);
    // The mode given to `open` is cut by the umask.
    if (mode !== undefined) fchmodSync(file, mode);
    if (resumeAt !== undefined) cutBack(file, resumeAt);
    const renaming = { temporary, target, backup: old === undefined ? null : (backup ?? null) };
    return new FileOutput({ path, file, renaming, beforeRename, sizeBytes: resumeAt ?? 0 });
  });
}

/** Where a file of that name stands until it gets the name of `target`. */
export function temporaryPath(target: string, name: string): string {
  return join(dirname(target), name);
}

function cutBack(file: number, sizeBytes: number): void {
  const { size } = fstatSync(file);
  if (size < sizeBytes) {
    closeSync(file);
    throw new Error(`its temporary file has ${size} bytes where ${sizeBytes} were written`);
  }
  ftruncateSync(file, sizeBytes);
}

/**
 * Gives a complete file its name; whatever of this was done before is not done again. What it replaces keeps its second name,
 * if there is to be one.
 */
export function renameOutput({ temporary, target, backup }: Renaming): void {
  if (findStats(temporary) === undefined) return;
  if (backup !== null) keepAs(backup, target);
  renameSync(temporary, target);
}

function keepAs(backup: string, path: string): void {
  try {
    linkSync(path, backup);
  } catch (error) {
    if (!isFault(error, "EEXIST")) throw error;
  }
}

/** What is written to a device may have to wait for somebody who reads it. */
function deviceOutput(path: string, file: number): Output {
  const close = async (): Promise<void> => closeQuietly(file);
  return {
    async write(content) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      await refusing(path, () => appendLater(file, bytes));
    },
    commit: close,
    discard: close,
  };
}

/** What was written is on the disk by now, or given up. */
function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // The system has let go of it all the same.
  }
}

interface FileParts {
  readonly path: string;
  /** Its descriptor. */
  readonly file: number;
  readonly renaming: Renaming;
  readonly beforeRename: FileOutputOptions["beforeRename"] | undefined;
  readonly sizeBytes: number;
}

class FileOutput implements ResumableOutput {
  readonly #parts: FileParts;
  /** Whether the temporary file is still to be kept or removed. */
  #isOpen = true;
  #isClosed = false;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #unsyncedBytes = 0;
  #sizeBytes: number;

  constructor(parts: FileParts) {
    this.#parts = parts;
    this.#sizeBytes = parts.sizeBytes;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#sizeBytes += bytes.length;
    if (this.#waitingBytes >= FLUSH_BYTES) await this.#refusing(() => this.#writeWaiting());
  }

  async flush(): Promise<void> {
    await this.#refusing(async () => {
      await this.#writeWaiting();
      const { file } = this.#parts;
      if (this.#unsyncedBytes <= AT_ONCE_BYTES) fdatasyncSync(file);
      else await syncLater(file);
      this.#unsyncedBytes = 0;
    });
  }

  async commit(): Promise<void> {
    const { renaming, beforeRename } = this.#parts;
    await this.flush();
    await beforeRename?.(renaming);
    await this.#refusing(async () => {
      this.#close();
      renameOutput(renaming);
    });
    this.#isOpen = false;
  }

  async suspend(): Promise<void> {
    await this.flush();
    this.#isOpen = false;
    this.#close();
  }

  async discard(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#close();
    rmSync(this.#parts.renaming.temporary, { force: true });
  }

  /** Once: the number of a closed file is soon another's. */
  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    closeQuietly(this.#parts.file);
  }

  async #writeWaiting(): Promise<void> {
    const [first = new Uint8Array(), ...others] = this.#waiting;
    const bytes = others.length === 0 ? first : Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#unsyncedBytes += bytes.length;
    const { file } = this.#parts;
    if (bytes.length <= AT_ONCE_BYTES) appendFileSync(file, bytes);
    else await appendLater(file, bytes);
  }

  #refusing<T>(work: () => Promise<T>): Promise<T> {
    return refusing(this.#parts.path, work);
  }
}

function findStats(path: string): Stats | undefined {
  try {
    return statSync(path);
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

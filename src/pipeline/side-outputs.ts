import type { FileOutputOptions } from "../io/file-output.ts";
import { isResumable, type Output } from "../io/output.ts";
import { temporaryNameOf } from "./temporary-name.ts";

/** Opens an output; the options are for one that is a file. */
export type OpenOutput = (options: FileOutputOptions) => Promise<Output>;

/** How long both side outputs are, in bytes. */
export interface SideSizes {
  readonly removedBytes: number;
  readonly rejectsBytes: number;
}

/** The outputs beside those of the sources: of what was cut out, and of what could not be read. Either may be missing. */
export class SideOutputs {
  readonly #removed: Output | undefined;
  readonly #rejects: Output | undefined;

  private constructor(removed: Output | undefined, rejects: Output | undefined) {
    this.#removed = removed;
    this.#rejects = rejects;
  }

  /**
   * Opens both.
   *
   * @param run - Name of the run, from which the names of temporary files are made; none for names that nobody needs to know.
   * @param sizes - Where to go on with those of a run before this one.
   * @throws {TapisError} ERR_OUTPUT_WRITE.
   */
  static async open(
    open: { readonly removed: OpenOutput | undefined; readonly rejects: OpenOutput | undefined },
    run?: string,
    sizes?: SideSizes,
  ): Promise<SideOutputs> {
    const optionsOf = (side: string, resumeAt: number | undefined): FileOutputOptions => ({
      ...(run !== undefined && { temporaryName: temporaryNameOf(run, side) }),
      ...(resumeAt !== undefined && { resumeAt }),
    });
    const removed = await open.removed?.(optionsOf("removed", sizes?.removedBytes));
    try {
      const rejects = await open.rejects?.(optionsOf("rejects", sizes?.rejectsBytes));
      return new SideOutputs(removed, rejects);
    } catch (error) {
      await removed?.discard();
      throw error;
    }
  }

  get sizes(): SideSizes {
    return { removedBytes: sizeOf(this.#removed), rejectsBytes: sizeOf(this.#rejects) };
  }

  async write(records: { readonly removed?: string; readonly rejects?: string }): Promise<void> {
    const { removed = "", rejects = "" } = records;
    if (removed !== "") await this.#removed?.write(removed);
    if (rejects !== "") await this.#rejects?.write(rejects);
  }

  /** Settles when all of it is on the disk. */
  async flush(): Promise<void> {
    for (const output of this.#all()) if (isResumable(output)) await output.flush();
  }

  async commit(): Promise<void> {
    for (const output of this.#all()) await output.commit();
  }

  async suspend(): Promise<void> {
    for (const output of this.#all()) if (isResumable(output)) await output.suspend();
  }

  async discard(): Promise<void> {
    for (const output of this.#all()) await output.discard();
  }

  #all(): Output[] {
    return [this.#removed, this.#rejects].filter((output) => output !== undefined);
  }
}

function sizeOf(output: Output | undefined): number {
  return output !== undefined && isResumable(output) ? output.sizeBytes : 0;
}

import type { FileOutputOptions } from "../io/file-output.ts";
import { isResumable, type Output } from "../io/output.ts";
import type { CleanedBlock } from "./clean-block.ts";
import type { CleanJob } from "./clean-job.ts";

/** The output of a job while it is written. */
export class JobOutput {
  readonly #isInPlace: boolean;
  readonly #openCopy: (() => Promise<Output>) | undefined;
  #output: Output | undefined;
  #isWorthKeeping: boolean;
  #hasChanged = false;

  private constructor(job: CleanJob, options: JobOutputOptions, output: Output | undefined) {
    const { isInPlace, openCopy } = job;
    const { isWorthKeeping = !isInPlace, ...fileOptions } = options;
    this.#isInPlace = isInPlace;
    this.#openCopy = openCopy && (() => openCopy(fileOptions));
    this.#output = output;
    this.#isWorthKeeping = isWorthKeeping;
  }

  /**
   * Opens the output of a job.
   *
   * @throws {TapisError} ERR_OUTPUT_WRITE.
   */
  static async open(job: CleanJob, options: JobOutputOptions = {}): Promise<JobOutput> {
    const { isWorthKeeping: _, ...fileOptions } = options;
    return new JobOutput(job, options, await job.openOutput?.(fileOptions));
  }

  /** Bytes written so far, if one can go on behind them later. */
  get sizeBytes(): number | undefined {
    return this.#output !== undefined && isResumable(this.#output)
      ? this.#output.sizeBytes
      : undefined;
  }

  /** Whether what was written so far is to become final in the end. */
  get isWorthKeeping(): boolean {
    return this.#isWorthKeeping;
  }

  /** Whether what was written is out of this process's hands. */
  get isFinalAtOnce(): boolean {
    return this.#output?.isFinalAtOnce === true;
  }

  async write({ bytes, isChanged, hasCuts, isVoid }: CleanedBlock): Promise<void> {
    if (isChanged) this.#hasChanged = true;
    if (hasCuts) this.#isWorthKeeping = true;
    if (isVoid && !this.#isInPlace) this.#isWorthKeeping = false;
    if (bytes.length > 0) await this.#output?.write(bytes);
  }

  /** Makes the output final if it is worth keeping. */
  async finish(): Promise<void> {
    if (this.#isWorthKeeping && !this.#hasChanged && this.#openCopy !== undefined) {
      await this.#output?.discard();
      this.#output = await this.#openCopy();
    }
    if (this.#isWorthKeeping) await this.#output?.commit();
    await this.#output?.discard();
  }

  /** Settles when what was written is on the disk, if one can go on behind it later. */
  async flush(): Promise<void> {
    if (this.#output !== undefined && isResumable(this.#output)) await this.#output.flush();
  }

  /** Leaves the output so that one can go on with it, or gives it up where one cannot. */
  async suspend(): Promise<void> {
    if (this.#output !== undefined && isResumable(this.#output)) await this.#output.suspend();
    else await this.#output?.discard();
  }

  async discard(): Promise<void> {
    await this.#output?.discard();
  }
}

/** Options for {@link JobOutput.open}. */
interface JobOutputOptions extends FileOutputOptions {
  /** Whether what is there already is worth keeping. */
  readonly isWorthKeeping?: boolean;
}

import type { FileOutputOptions } from "../io/file-output.ts";
import { isResumable, type Output } from "../io/output.ts";
import type { CleanedBlock } from "./clean-block.ts";
import type { CleanJob } from "./clean-job.ts";

/** The output of a job while it is written. */
export class JobOutput {
  readonly #output: Output | undefined;
  readonly #isInPlace: boolean;
  #isWorthKeeping: boolean;

  private constructor(output: Output | undefined, isInPlace: boolean, isWorthKeeping: boolean) {
    this.#output = output;
    this.#isInPlace = isInPlace;
    this.#isWorthKeeping = isWorthKeeping;
  }

  /**
   * Opens the output of a job.
   *
   * @throws {TapisError} ERR_OUTPUT_WRITE.
   */
  static async open(
    { openOutput, isInPlace }: CleanJob,
    { isWorthKeeping = !isInPlace, ...options }: JobOutputOptions = {},
  ): Promise<JobOutput> {
    return new JobOutput(await openOutput?.(options), isInPlace, isWorthKeeping);
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

  async write({ bytes, hasCuts, isVoid }: CleanedBlock): Promise<void> {
    if (hasCuts) this.#isWorthKeeping = true;
    if (isVoid && !this.#isInPlace) this.#isWorthKeeping = false;
    if (bytes.length > 0) await this.#output?.write(bytes);
  }

  /** Makes the output final if it is worth keeping. */
  async finish(): Promise<void> {
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

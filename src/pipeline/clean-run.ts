import { TapisError } from "../errors.ts";
import type { FileOutputOptions, Renaming } from "../io/file-output.ts";
import { isFault } from "../io/system-fault.ts";
import type { CleanedBlock } from "./clean-block.ts";
import type { CleanJob } from "./clean-job.ts";
import type { Step } from "./clean-steps.ts";
import { addTallies, type CleanTally, EMPTY_TALLY } from "./clean-tally.ts";
import { JobOutput } from "./job-output.ts";
import type { ReachedEntry, RunProgress } from "./ledger-schema.ts";
import type { RemovalRecorder } from "./removal-recorder.ts";
import type { CleanEvent, RunCleanOptions } from "./run-clean.ts";
import { formatUnreadable } from "./side-records.ts";
import { SideOutputs } from "./side-outputs.ts";
import { temporaryNameOf } from "./temporary-name.ts";

/** After so much of a source, the ledger is told how far it has come. */
const REACHED_BYTES = 16 * 1024 * 1024;

/** What changes while a run goes on: the open outputs, the ledger, the counts. */
export class CleanRun {
  readonly #options: RunCleanOptions;
  /** Whether there is one source only, so that what is wrong with it is wrong with the run. */
  readonly #isSingle: boolean;
  readonly #sides: SideOutputs;
  /** Number of the source in hand. */
  #input: number;
  #tally: CleanTally;
  #output: JobOutput | undefined;
  /** Of the source in hand. */
  #recorder: RemovalRecorder | undefined;
  /** Why the output of the source in hand cannot be opened. */
  #refusal: TapisError | undefined;
  /** How things stood before the last block was written. */
  #before: ReachedEntry | undefined;
  /** Bytes of the source in hand that the ledger knows of. */
  #toldBytes = 0;
  /** Whether the ledger knows that nothing is left to do for the source in hand. */
  #isDoneTold = false;
  #isAnythingFinal = false;
  #isFinished = false;

  private constructor(options: RunCleanOptions, isSingle: boolean, sides: SideOutputs) {
    this.#options = options;
    this.#isSingle = isSingle;
    this.#sides = sides;
    this.#input = options.resumption?.input ?? 0;
    this.#tally = options.resumption?.progress.tally ?? EMPTY_TALLY;
  }

  static async open(options: RunCleanOptions, isSingle: boolean): Promise<CleanRun> {
    const { openRemoved, openRejects, ledger, resumption } = options;
    const open = { removed: openRemoved, rejects: openRejects };
    const sides = await SideOutputs.open(open, ledger?.run, resumption?.progress);
    return new CleanRun(options, isSingle, sides);
  }

  /** Writes a cleaned block; nothing is told of one whose output cannot be opened. */
  async takeBlock(
    { job, block }: Extract<Step, { kind: "block" }>,
    cleaned: CleanedBlock,
  ): Promise<CleanEvent | undefined> {
    const output = await this.#openOutput(job);
    if (output === undefined) return undefined;
    await this.#tellReached(block.start, output);
    const recorder = await this.#openRecorder(job);
    await output.write(cleaned);
    const removed = recorder?.add(block.bytes, cleaned) ?? cleaned.removed;
    await this.#sides.write({ removed, rejects: cleaned.rejects });
    this.#tally = addTallies(this.#tally, cleaned.tally);
    return {
      job,
      reachedBytes: block.start.offset + block.bytes.length,
      warnings: cleaned.warnings,
      report: cleaned.report,
      tally: this.#tally,
    };
  }

  /** Makes the output of a source final, or tells why it has none. */
  async endJob(job: CleanJob, fault: TapisError | undefined): Promise<CleanEvent | undefined> {
    let event: CleanEvent | undefined;
    const output = fault === undefined ? await this.#openOutput(job) : this.#output;
    const why = fault ?? this.#refusal;
    if (why !== undefined || output === undefined) {
      if (why !== undefined && this.#isSingle) throw why;
      await output?.discard();
      event = why === undefined ? undefined : await this.#reject(job, why);
      await this.#tellDone(job, null);
    } else {
      const recorder = await this.#openRecorder(job);
      for await (const removed of recorder?.finish() ?? []) await this.#sides.write({ removed });
      event = await this.#finishOutput(job, output);
    }
    this.#recorder = undefined;
    this.#isDoneTold = false;
    this.#output = undefined;
    this.#refusal = undefined;
    this.#before = undefined;
    this.#toldBytes = 0;
    this.#input += 1;
    return event;
  }

  /** Makes the side outputs final: all sources are through. */
  async finish(): Promise<void> {
    await this.#sides.flush();
    await this.#options.ledger?.add({ kind: "end", progress: this.#progress() });
    await this.#sides.commit();
    this.#isFinished = true;
  }

  /** Lets go of everything that is open. */
  async leave(): Promise<void> {
    if (this.#isFinished) return;
    if (this.#options.ledger === undefined) {
      const isStreaming = this.#output?.isFinalAtOnce === true;
      await this.#output?.discard();
      if (this.#isAnythingFinal || isStreaming) await this.#sides.commit();
      await this.#sides.discard();
      return;
    }
    await this.#output?.suspend();
    await this.#sides.suspend();
    if (this.#before !== undefined && !this.#isDoneTold) {
      await this.#options.ledger.add(this.#before);
    }
  }

  async #openOutput(job: CleanJob): Promise<JobOutput | undefined> {
    if (this.#output !== undefined || this.#refusal !== undefined) return this.#output;
    const { ledger, resumption } = this.#options;
    const reached = resumption?.input === this.#input ? resumption.reached : undefined;
    const fileOptions: FileOutputOptions = {
      ...(ledger !== undefined && {
        temporaryName: temporaryNameOf(ledger.run, this.#input),
        beforeRename: (renaming: Renaming) => this.#tellDone(job, renaming),
      }),
      ...(reached !== undefined && { resumeAt: reached.outputBytes }),
    };
    try {
      this.#output = await JobOutput.open(job, {
        ...fileOptions,
        ...(reached !== undefined && { isWorthKeeping: reached.isWorthKeeping }),
      });
    } catch (error) {
      if (this.#isSingle || !isRefusal(error)) throw error;
      this.#refusal = error;
      return undefined;
    }
    this.#toldBytes = reached?.start.offset ?? 0;
    return this.#output;
  }

  /** What the records of the source in hand are made with, if it is to be restored one day. */
  async #openRecorder({ source, findRestorable }: CleanJob): Promise<RemovalRecorder | undefined> {
    if (this.#options.openRemoved === undefined || findRestorable === undefined) return undefined;
    if (this.#recorder !== undefined) return this.#recorder;
    const { RemovalRecorder } = await import("./removal-recorder.ts");
    this.#recorder = new RemovalRecorder(await findRestorable());
    const { resumption } = this.#options;
    const reached = resumption?.input === this.#input ? resumption.reached : undefined;
    if (reached === undefined || reached.start.offset === 0) {
      await this.#sides.write({ removed: this.#recorder.start() });
    } else {
      await this.#recorder.continueBehind(source.blocks(), reached);
    }
    return this.#recorder;
  }

  async #tellReached(start: ReachedEntry["start"], output: JobOutput): Promise<void> {
    const { ledger } = this.#options;
    if (ledger === undefined || output.sizeBytes === undefined) return;
    this.#before = {
      kind: "reached",
      input: this.#input,
      start,
      outputBytes: output.sizeBytes,
      isWorthKeeping: output.isWorthKeeping,
      progress: this.#progress(),
    };
    if (start.offset - this.#toldBytes < REACHED_BYTES) return;
    this.#toldBytes = start.offset;
    await output.flush();
    await this.#sides.flush();
    await ledger.add(this.#before);
  }

  async #finishOutput(job: CleanJob, output: JobOutput): Promise<CleanEvent | undefined> {
    let event: CleanEvent | undefined;
    try {
      await output.finish();
      this.#isAnythingFinal = true;
    } catch (error) {
      if (this.#isSingle || !isRefusal(error)) throw error;
      event = await this.#reject(job, error);
      await output.discard();
    }
    if (!this.#isDoneTold) await this.#tellDone(job, null);
    return event;
  }

  async #tellDone(job: CleanJob, renaming: Renaming | null): Promise<void> {
    const { ledger } = this.#options;
    if (ledger === undefined) return;
    const { sizeBytes, modifiedMs } = (await job.measure?.()) ?? { sizeBytes: 0, modifiedMs: 0 };
    await this.#sides.flush();
    const { name } = job.source;
    const progress = this.#progress();
    await ledger.add({
      kind: "done",
      input: this.#input,
      name,
      sizeBytes,
      modifiedMs,
      renaming,
      progress,
    });
    this.#isDoneTold = true;
  }

  async #reject(job: CleanJob, { code, message }: TapisError): Promise<CleanEvent> {
    const { name } = job.source;
    await this.#sides.write({ rejects: formatUnreadable({ name, code, message }) });
    this.#tally = addTallies(this.#tally, { ...EMPTY_TALLY, rejected: 1 });
    return { job, reachedBytes: 0, warnings: [message], report: [], tally: this.#tally };
  }

  #progress(): RunProgress {
    return { tally: this.#tally, ...this.#sides.sizes };
  }
}

/** Whether the system refused one output in particular: a full disk refuses all of them. */
function isRefusal(error: unknown): error is TapisError {
  if (!(error instanceof TapisError) || error.code !== "ERR_OUTPUT_WRITE") return false;
  return !["ENOSPC", "EDQUOT", "EIO"].some((code) => isFault(error.cause, code));
}

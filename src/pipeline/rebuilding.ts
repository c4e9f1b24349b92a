import { TapisError } from "../errors.ts";
import { openFileOutput } from "../io/file-output.ts";
import type { Output } from "../io/output.ts";
import { readRawChunks } from "../io/read-file.ts";
import { createSha256, type Sha256 } from "../io/sha-256.ts";
import { CleanedReader } from "./cleaned-reader.ts";
import { convertChunks } from "./convert-chunks.ts";
import { encodingOutput } from "./encoding-output.ts";
import type { ChangeRecord, EndRecord, FileRecord } from "./restore-records.ts";

/** What became of one input that was to be restored. */
export interface RestoreEvent {
  readonly name: string;
  /** Why it was not restored; undefined when it was. */
  readonly fault: TapisError | undefined;
}

/** Where an input is rebuilt from, and where to. */
export interface RebuildingPaths {
  readonly cleanedPath: string;
  readonly outputPath: string;
}

/** An input while it is rebuilt. After the first fault, nothing more is done, and nothing stays. */
export class Rebuilding {
  readonly #file: FileRecord;
  readonly #paths: RebuildingPaths;
  readonly #hash: Sha256 = createSha256();
  readonly #cleaned: CleanedReader;
  #output: Output | undefined;
  #hasOriginal = false;
  #fault: TapisError | undefined;

  constructor(file: FileRecord, paths: RebuildingPaths) {
    this.#file = file;
    this.#paths = paths;
    const chunks = readRawChunks(paths.cleanedPath);
    this.#cleaned = new CleanedReader(
      file.from === "bytes" ? chunks : convertChunks(chunks, file.cleanedEncoding),
    );
  }

  /** Goes on to a change and changes it back. */
  async change({ at, length, was = "", wasBase64 }: ChangeRecord): Promise<void> {
    await this.#unlessFaulty(async () => {
      for await (const bytes of this.#cleaned.upTo(at)) await this.#write(bytes);
      await this.#cleaned.leaveOut(length);
      const isText = wasBase64 === undefined;
      await this.#write(isText ? Buffer.from(was) : Buffer.from(wasBase64, "base64"));
    });
  }

  /** Takes a piece of the input itself, in base 64; then its cleaned file does not matter. */
  async takeOriginal(piece: string): Promise<void> {
    this.#hasOriginal = true;
    await this.#unlessFaulty(() => this.#write(Buffer.from(piece, "base64")));
  }

  /** Makes it final, if it is what it was. */
  async end({ sha256 }: EndRecord): Promise<RestoreEvent> {
    await this.#unlessFaulty(async () => {
      if (!this.#hasOriginal) {
        for await (const bytes of this.#cleaned.upTo(Infinity)) await this.#write(bytes);
      }
      const output = await this.#openOutput();
      if (this.#hash.digest() !== sha256) throw this.#foreign();
      await output.commit();
    });
    await this.close();
    return { name: this.#file.name, fault: this.#fault };
  }

  /** Lets go of it: there is no end to it in the file of cuts. */
  async giveUp(): Promise<RestoreEvent> {
    await this.close();
    const message = `${this.#file.name}: cannot be restored: the run was not done with it`;
    const fault = this.#fault ?? new TapisError("ERR_INPUT_READ", message);
    return { name: this.#file.name, fault };
  }

  async close(): Promise<void> {
    await this.#cleaned.close();
    await this.#output?.discard();
  }

  async #unlessFaulty(work: () => Promise<void>): Promise<void> {
    if (this.#fault !== undefined) return;
    try {
      await work();
    } catch (error) {
      if (error instanceof RangeError) this.#fault = this.#foreign();
      else if (error instanceof TapisError) this.#fault = error;
      else throw error;
    }
  }

  #foreign(): TapisError {
    const { cleanedPath } = this.#paths;
    return this.#cleaned.isMissing
      ? new TapisError("ERR_INPUT_MISSING", `${cleanedPath}: no such file`)
      : new TapisError(
          "ERR_INPUT_READ",
          `${cleanedPath}: is not what that run made of ${this.#file.name}: it was changed since, or belongs to another run`,
        );
  }

  async #openOutput(): Promise<Output> {
    const { outputPath } = this.#paths;
    this.#output ??= encodingOutput(
      await openFileOutput(outputPath),
      this.#file.from === "bytes" ? "utf-8" : this.#file.encoding,
      outputPath,
    );
    return this.#output;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    const output = await this.#openOutput();
    await output.write(bytes);
  }
}

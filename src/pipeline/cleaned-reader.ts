import { TapisError } from "../errors.ts";

/** A cleaned file that is read from start to end, some of it left out. One that is not there is empty. */
export class CleanedReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();
  #position = 0;
  #isMissing = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Whether there is no such file; known when something was read of it. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  /**
   * The bytes before a position in the file that were not read yet; all of them for Infinity.
   *
   * @throws {RangeError} when the position was passed already, or the file ends before it.
   */
  async *upTo(position: number): AsyncGenerator<Uint8Array> {
    if (position < this.#position) throw new RangeError("CleanedReader: goes forwards only");
    while (this.#position < position) {
      if (this.#chunk.length === 0 && !(await this.#readChunk())) {
        if (position === Infinity) return;
        throw new RangeError("CleanedReader: the file ends too early");
      }
      const bytes = this.#chunk.subarray(0, position - this.#position);
      this.#chunk = this.#chunk.subarray(bytes.length);
      this.#position += bytes.length;
      yield bytes;
    }
  }

  /** @throws {RangeError} when the file has less. */
  async leaveOut(byteCount: number): Promise<void> {
    for await (const _ of this.upTo(this.#position + byteCount));
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #readChunk(): Promise<boolean> {
    try {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
      return true;
    } catch (error) {
      if (!(error instanceof TapisError) || error.code !== "ERR_INPUT_MISSING") throw error;
      this.#isMissing = true;
      return false;
    }
  }
}

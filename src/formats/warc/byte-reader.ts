import { joinBytes } from "../block.ts";

/** Bytes of a stream that are looked at before they are taken, however they are cut into chunks. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #runs: Uint8Array[] = [];
  #length = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** All that has been read and not been taken. */
  get bytes(): Uint8Array {
    if (this.#runs.length !== 1) this.#runs = [joinBytes(this.#runs)];
    return this.#runs[0] ?? new Uint8Array();
  }

  /** Reads until so many bytes are there, or the stream ends. */
  async fill(byteCount: number): Promise<void> {
    while (this.#length < byteCount) {
      const next = await this.#chunks.next();
      if (next.done === true) return;
      this.#runs.push(next.value);
      this.#length += next.value.length;
    }
  }

  /** Takes bytes that are there. */
  take(byteCount: number): Uint8Array {
    const bytes = this.bytes;
    this.#runs = [bytes.subarray(byteCount)];
    this.#length = bytes.length - byteCount;
    return bytes.subarray(0, byteCount);
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

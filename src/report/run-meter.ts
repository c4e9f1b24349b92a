/** How far a run is. */
export interface RunState {
  /** Share that is done, in [0, 1]; undefined when nobody knows how much there is. */
  readonly share: number | undefined;
  /** Bytes read, unpacked. */
  readonly bytes: number;
}

/** Tells how far a run over several inputs is from how far it is in the one in hand. */
export class RunMeter {
  /** For each input, the size of all before it; and of all. */
  readonly #sizesBefore: readonly number[];
  #input = 0;
  #reachedBytes = 0;
  #bytesBefore = 0;

  /** @param sizes - Of the inputs in their order, in bytes as they lie on the disk; 0 for what has no size. */
  constructor(sizes: readonly number[]) {
    let sum = 0;
    this.#sizesBefore = [0, ...sizes.map((size) => (sum += size))];
  }

  /** Takes notice that so many bytes of an input are through. */
  reach(input: number, reachedBytes: number): void {
    if (input !== this.#input) this.#bytesBefore += this.#reachedBytes;
    this.#input = input;
    this.#reachedBytes = reachedBytes;
  }

  get state(): RunState {
    const total = this.#sizesBefore.at(-1) ?? 0;
    const before = this.#sizesBefore[this.#input] ?? 0;
    const size = (this.#sizesBefore[this.#input + 1] ?? before) - before;
    // Of a packed input, more bytes are read than it has on the disk.
    const share = (before + Math.min(size, this.#reachedBytes)) / total;
    return {
      share: total === 0 ? undefined : share,
      bytes: this.#bytesBefore + this.#reachedBytes,
    };
  }
}

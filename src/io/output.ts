/** A place that takes bytes and text (as UTF-8) in order. */
export interface Output {
  /** Whether what is written is out of this process's hands at once: a pipe. */
  readonly isFinalAtOnce?: boolean;
  /** Adds to the end; settles when there is room for more. */
  write(content: string | Uint8Array): Promise<void>;
  /** Makes what was written final. Nothing may be written afterwards. */
  commit(): Promise<void>;
  /**
   * Gives up what was written, as far as that is possible. Does nothing after {@link
   * Output.commit}.
   */
  discard(): Promise<void>;
}

/** An output that can be left and gone on with, by another process too. */
export interface ResumableOutput extends Output {
  /** Bytes that were written so far. */
  readonly sizeBytes: number;
  /** Settles when all of it is on the disk, where it outlives this process. */
  flush(): Promise<void>;
  /** Lets go of it and leaves what was written where it is, neither final nor given up. Then `discard` does nothing. */
  suspend(): Promise<void>;
}

/** Whether one can go on with an output later. */
export function isResumable(output: Output): output is ResumableOutput {
  return "suspend" in output;
}

/** A place that takes bytes and text (as UTF-8) in order. */
export interface Output {
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

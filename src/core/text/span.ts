/** A half-open range `[start, end)` of a text, in UTF-16 code units. */
export interface Span {
  /** Index of the first code unit. */
  readonly start: number;
  /** Index after the last code unit; never below `start`. */
  readonly end: number;
}

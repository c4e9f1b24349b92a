/**
 * Stable names of the faults that Tapis can report. Callers branch on these; messages may change.
 *
 * - `ERR_OPTIONS`: there is no such option, or its value is not of its kind; the message says what is.
 * - `ERR_ARGUMENT`: what is to be cleaned or read is not of the kind that the function takes.
 * - `ERR_RESTORE`: what is to be put back was not cut out of that text.
 * - `ERR_MODEL_*`: the model file is not one, is of another version, or was damaged.
 * - `ERR_INPUT_*`: an input does not exist, cannot be read, or is not UTF-8.
 * - `ERR_RECORD_FORMAT`: a JSON Lines record that is not an object with a text.
 * - `ERR_DOCUMENT_FORMAT`: a labelled document that does not keep to its schema.
 * - `ERR_COUNTS_FORMAT`, `ERR_EVIDENCE_FORMAT`, `ERR_TOPICS_FORMAT`: a training file that does not keep
 *   to its schema.
 * - `ERR_FORMAT_UNKNOWN`: an input format that Tapis does not read.
 * - `ERR_OUTPUT_*`: an output would destroy something, or cannot be written.
 * - `ERR_LEDGER_*`: the record of a run is none, or that of another run.
 * - `ERR_REJECTS`: more of the inputs could not be read than a run was to put up with.
 * - `ERR_DEPENDENCY_MISSING`: a package is needed that is not installed.
 * - `ERR_WORKER`: worker threads ended more than once over the same part of an input.
 */
export type ErrorCode =
  | "ERR_OPTIONS"
  | "ERR_ARGUMENT"
  | "ERR_RESTORE"
  | "ERR_MODEL_FORMAT"
  | "ERR_MODEL_VERSION"
  | "ERR_MODEL_CHECKSUM"
  | "ERR_INPUT_MISSING"
  | "ERR_INPUT_READ"
  | "ERR_INPUT_ENCODING"
  | "ERR_RECORD_FORMAT"
  | "ERR_DOCUMENT_FORMAT"
  | "ERR_COUNTS_FORMAT"
  | "ERR_EVIDENCE_FORMAT"
  | "ERR_TOPICS_FORMAT"
  | "ERR_FORMAT_UNKNOWN"
  | "ERR_OUTPUT_CONFLICT"
  | "ERR_OUTPUT_WRITE"
  | "ERR_LEDGER_FORMAT"
  | "ERR_LEDGER_MISMATCH"
  | "ERR_REJECTS"
  | "ERR_DEPENDENCY_MISSING"
  | "ERR_WORKER";

/**
 * What went wrong: a wrong call, or a fault of the world outside: a file, a format, a model. Its `code` is stable, its message is
 * for people.
 */
export class TapisError extends Error {
  override readonly name = "TapisError";
  /** Which fault this is. */
  readonly code: ErrorCode;

  /**
   * Makes an error; the message names the place first, then the fault, then the remedy if there is
   * one.
   */
  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
  }
}

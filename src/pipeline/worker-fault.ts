/** Errors on their way back from worker threads, where they lose their codes. */
import { type ErrorCode, TapisError } from "../errors.ts";

/** An error that was thrown in a worker; with its code if it had one. */
export interface WorkerFault {
  readonly kind: "fault";
  readonly error: unknown;
  readonly code: ErrorCode | undefined;
}

/** An error as it is sent. */
export function toFault(error: unknown): WorkerFault {
  return { kind: "fault", error, code: error instanceof TapisError ? error.code : undefined };
}

/** The error that was sent. */
export function toError({ error, code }: WorkerFault): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (code !== undefined) return new TapisError(code, message, { cause: error });
  return error instanceof Error ? error : new Error(message);
}

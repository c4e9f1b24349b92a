/**
 * What the operating system said, without its code and path: "permission denied". Falls back to the
 * error's message.
 */
export function describeFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // Node writes "EACCES: permission denied, open '/a/b'".
  return /^E[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message;
}

/** Whether an error is the operating system's of that code, such as `"ENOENT"`. */
export function isFault(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/**
 * The command was called with flags or paths that do not go together. The message says which and
 * what to do instead.
 */
export class UsageFault extends Error {
  override readonly name = "UsageFault";
}

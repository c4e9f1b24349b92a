import type { Terminal } from "../terminal.ts";

/** Whether to use colours when no flag says so. See no-color.org. */
export function isColorTerminal({ stdout, env }: Terminal): boolean {
  return stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}

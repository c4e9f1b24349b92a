import { TapisError } from "../errors.ts";
import { PipeClosed } from "../io/stream-output.ts";
import { escapeControls } from "../report/escape-controls.ts";
import { clean } from "./actions/clean.ts";
import { NO_CLEAN_FLAGS } from "./clean-flags.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import { UsageFault } from "./usage-fault.ts";

/** The part of a {@link Terminal} that has no default; a Node process is one. */
export type Streams = Pick<Terminal, "stdin" | "stdout" | "stderr" | "env"> &
  Partial<Pick<Terminal, "loadCleaner" | "onInterrupt">>;

/**
 * Runs a command line to its end and returns the exit code: 0 done; 1 done, with findings such as
 * rejected records; 2 could not run; 130 interrupted. Errors that nobody foresaw are thrown on.
 */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { stdin, stdout, stderr, env, loadCleaner = loadCleanerLazily } = streams;
  const { onInterrupt = () => () => {} } = streams;
  const canStartWorkers = loadCleaner === loadCleanerLazily;
  const terminal: Terminal = {
    stdin,
    stdout,
    stderr,
    env,
    loadCleaner,
    canStartWorkers,
    onInterrupt,
    exitCode: 0,
  };
  // Nobody is left to tell when standard error is closed.
  stderr.on("error", () => {});
  try {
    return await runCommand(args, terminal);
  } catch (error) {
    if (error instanceof PipeClosed) return terminal.exitCode;
    if (!(error instanceof TapisError || error instanceof UsageFault)) throw error;
    stderr.write(`tapis: ${escapeControls(error.message)}\n`);
    return 2;
  }
}

/**
 * A lone `clean` needs nobody to read the command line, which would take longer than to clean an article: it is how other
 * programs call Tapis.
 */
async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (args.length === 1 && args[0] === "clean") {
    await clean([], NO_CLEAN_FLAGS, terminal);
    return terminal.exitCode;
  }
  const { parseCommandLine } = await import("./program.ts");
  return parseCommandLine(args, terminal);
}

/** The model's code is loaded only by commands that need it. */
async function loadCleanerLazily(
  ...args: Parameters<Terminal["loadCleaner"]>
): ReturnType<Terminal["loadCleaner"]> {
  const { loadTextCleaner } = await import("../pipeline/load-text-cleaner.ts");
  return loadTextCleaner(...args);
}

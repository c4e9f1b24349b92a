import type { TextCleaner } from "../core/clean/cleaner.ts";
import type { TextCleanerOptions } from "../pipeline/load-text-cleaner.ts";

/** A stream that may be a terminal. */
export interface TerminalStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** How the command ends: 0 done; 1 done, with findings such as rejected records; 2 could not run; 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

const DEFAULT_COLUMNS = 80;

/** Columns to write to: also of what is no terminal, and of terminals that say they have none. */
export function widthOf({ columns = 0 }: TerminalStream): number {
  return columns > 0 ? columns : DEFAULT_COLUMNS;
}

/**
 * Everything of the world that a command may touch besides files, so that tests can run commands in
 * their own process.
 */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  /** Takes results and nothing else. */
  readonly stdout: TerminalStream;
  /** Takes summaries, warnings and errors. */
  readonly stderr: TerminalStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly loadCleaner: (options: TextCleanerOptions) => Promise<TextCleaner>;
  /** Whether worker threads, which cannot be handed `loadCleaner`, load the same cleaner as it does. */
  readonly canStartWorkers: boolean;
  /** A command sets it; an error that ends the run makes it 2. */
  exitCode: Exclude<ExitCode, 2>;
  /**
   * Has the next interrupt (Ctrl-C) call `listen` instead of ending the process; returns how to take that back.
   */
  readonly onInterrupt: (listen: () => void) => () => void;
}

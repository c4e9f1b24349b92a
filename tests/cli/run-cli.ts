import { Writable } from "node:stream";
import { run, type Streams } from "../../src/cli/run.ts";
import { chunked } from "../chunked.ts";
import { standInCleaner } from "../stand-in-cleaner.ts";

/** What a command line did. */
export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What may be said about the world of a command line; the rest is a plain pipe and the stand-in
 * cleaner.
 */
export interface CliWorld extends Partial<Omit<Streams, "stdin">> {
  readonly stdin?: string | Uint8Array;
  /** The width of standard output, when it is a terminal. */
  readonly columns?: number;
}

/** Runs a command line in this process. */
export async function runCli(args: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  const { stdin = "", columns, ...streams } = world;
  const stdout = createSink();
  const stderr = createSink();
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const exitCode = await run(args, {
    stdin: chunked([stdin]),
    stdout: Object.assign(stdout.stream, terminal),
    stderr: stderr.stream,
    env: {},
    loadCleaner: async () => standInCleaner,
    ...streams,
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

function createSink() {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString() };
}

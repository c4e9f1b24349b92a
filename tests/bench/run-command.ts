import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";

/** A program, and what it is run on. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Path of what it writes. */
  readonly stdout: string;
  /** Whether it must stay on one core, as far as the system can see to that. */
  readonly isPinned?: boolean;
  /** Exit codes that mean that it did its work; 0 unless given. */
  readonly exitCodes?: readonly number[];
}

/** How a run of a program went. */
export interface Run {
  readonly elapsedMs: number;
  /** The most memory that it held, in bytes; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  /** Why it did not do its work: `over 120 s`, `exit code 134`; undefined when it did. */
  readonly fault: string | undefined;
}

/** The last lines of what a failed program said. */
const SAID_LENGTH = 2000;
const POLL_MS = 20;

/** Whether a program can be started here. */
export function hasProgram(program: string, args: readonly string[] = ["--version"]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).error === undefined;
}

/** GNU time asks the kernel for the peak when the program has ended; without it, `/proc` is looked at while it runs. */
const HAS_GNU_TIME = /^\d+\n$/u.test(
  String(spawnSync("/usr/bin/time", ["-f", "%M", "true"]).stderr ?? ""),
);
const HAS_TASKSET = hasProgram("taskset");

/** Says how memory is measured and how programs are kept on one core. */
export function describeRunning(): string {
  const memory = HAS_GNU_TIME ? "/usr/bin/time" : "/proc";
  return `memory by ${memory}; one core by ${HAS_TASKSET ? "taskset" : "trust"}`;
}

/** Options for {@link runCommand}. */
export interface RunOptions {
  /**
   * A run that takes longer is ended.
   * @defaultValue no limit
   */
  readonly limitMs?: number;
  /**
   * Whether a program that fails, or takes too long, is an answer as well.
   * @defaultValue false
   */
  readonly mayFail?: boolean;
}

/**
 * Runs a program to its end and measures it. It reads nothing from standard input.
 *
 * @throws {Error} It could not be started; or it failed, and must not.
 */
export async function runCommand(command: Command, options: RunOptions = {}): Promise<Run> {
  const { limitMs, mayFail = false } = options;
  const { exitCodes = [0], isPinned = false } = command;
  const peakPath = `${command.stdout}.peak`;
  const words = [
    ...(isPinned && HAS_TASKSET ? ["taskset", "-c", "0"] : []),
    ...(HAS_GNU_TIME ? ["/usr/bin/time", "-f", "%M", "-o", peakPath] : []),
    command.program,
    ...command.args,
  ];
  const [program = command.program, ...args] = words;
  const output = openSync(command.stdout, "w");
  const started = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", output, "pipe"], detached: true });
  const peak = HAS_GNU_TIME ? undefined : watchPeak(child);
  let isOver = false;
  const onLimit = (): void => {
    isOver = true;
    endGroup(child);
  };
  const timer = limitMs === undefined ? undefined : setTimeout(onLimit, limitMs);
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-SAID_LENGTH);
  });
  // A group of its own hears nothing of a stop from the keyboard.
  const onExit = (): void => endGroup(child);
  process.once("exit", onExit);
  const { code, endedAt } = await ended(child);
  process.off("exit", onExit);
  clearTimeout(timer);
  closeSync(output);
  const peakBytes = peak === undefined ? await readPeak(peakPath) : peak.stop();
  const ending = code === null ? "a signal" : `exit code ${code}`;
  const isDone = code !== null && exitCodes.includes(code);
  const fault = isOver
    ? `over ${Math.round((limitMs ?? 0) / 1000)} s`
    : isDone
      ? undefined
      : ending;
  if (fault !== undefined && !mayFail) {
    throw new Error(`${words.join(" ")}: ${fault}: ${said}`);
  }
  return { elapsedMs: endedAt - started, peakBytes, fault };
}

function ended(child: ChildProcess): Promise<{ code: number | null; endedAt: number }> {
  return new Promise((resolve, reject) => {
    let [endedAt, exitCode]: [number, number | null] = [0, null];
    child.once("error", reject);
    child.once("exit", (code) => {
      endedAt = performance.now();
      exitCode = code;
    });
    child.once("close", () => resolve({ code: exitCode, endedAt }));
  });
}

/** Ends a program and what it started; it leads a group of its own. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function readPeak(path: string): Promise<number | undefined> {
  const lines = await readFile(path, "utf8").catch(() => "");
  await rm(path, { force: true });
  const kilobytes = /(\d+)\s*$/u.exec(lines)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

function watchPeak({ pid }: ChildProcess): { stop(): number | undefined } {
  let peakBytes: number | undefined;
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      const kilobytes = /^VmHWM:\s*(\d+) kB/mu.exec(status)?.[1];
      peakBytes = kilobytes === undefined ? peakBytes : Number(kilobytes) * 1024;
    } catch {
      // There is no /proc, or the program has just ended.
    }
  };
  const timer = setInterval(look, POLL_MS);
  return {
    stop() {
      clearInterval(timer);
      return peakBytes;
    },
  };
}

import { type Command, type Run, runCommand, type RunOptions } from "./run-command.ts";
import { median } from "./statistics.ts";

/** What several runs of one program come to. */
export interface Measured {
  readonly name: string;
  /** Median time of a run, from start to end; undefined when there is a fault. */
  readonly elapsedMs: number | undefined;
  /** The most memory that any run held, in bytes. */
  readonly peakBytes: number | undefined;
  /** Why a run did not do its work. */
  readonly fault: string | undefined;
}

/** Options for {@link measureCommands}. */
export interface MeasureOptions extends RunOptions {
  /** Runs of each program that count. */
  readonly runCount: number;
  /**
   * Whether each is run once more, before them, so that files and programs are in the system's cache.
   * @defaultValue true
   */
  readonly warmUp?: boolean;
}

/** Runs programs in turn, again and again, so that what else the machine does hits all of them alike. One that failed is not run again. */
export async function measureCommands(
  commands: readonly Command[],
  options: MeasureOptions,
): Promise<Measured[]> {
  const { runCount, warmUp = true } = options;
  const runs: Run[][] = commands.map(() => []);
  for (let round = warmUp ? -1 : 0; round < runCount; round++) {
    for (const [index, command] of commands.entries()) {
      const own = runs[index] ?? [];
      if (own.some(({ fault }) => fault !== undefined)) continue;
      const run = await runCommand(command, options);
      if (round >= 0 || run.fault !== undefined) own.push(run);
    }
  }
  return commands.map(({ name }, index) => summarized(name, runs[index] ?? []));
}

/** Measures one program; see {@link measureCommands}. */
export async function measureCommand(command: Command, options: MeasureOptions): Promise<Measured> {
  const [measured] = await measureCommands([command], options);
  return measured ?? summarized(command.name, []);
}

function summarized(name: string, runs: readonly Run[]): Measured {
  const fault = runs.find((run) => run.fault !== undefined)?.fault;
  const isDone = runs.length > 0 && fault === undefined;
  const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    name,
    elapsedMs: isDone ? median(runs.map(({ elapsedMs }) => elapsedMs)) : undefined,
    peakBytes: peaks.length > 0 ? Math.max(...peaks) : undefined,
    fault,
  };
}

/** Median time of some work in this process, over runs that count after one that does not. */
export function measureWork(work: () => void, runCount: number): number {
  work();
  return median(
    Array.from({ length: runCount }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

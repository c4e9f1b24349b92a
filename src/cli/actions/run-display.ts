import type { CleanJob } from "../../pipeline/clean-job.ts";
import { type CleanTally, EMPTY_TALLY } from "../../pipeline/clean-tally.ts";
import type { CleanEvent } from "../../pipeline/run-clean.ts";
import { RunMeter } from "../../report/run-meter.ts";
import type { CleanFlags } from "../clean-flags.ts";
import { openProgressDisplay } from "../progress-display.ts";
import type { Terminal } from "../terminal.ts";

/** Beyond so many inputs, all count the same: to ask for the size of each would take too long. */
const MOST_MEASURED = 2000;

/** What a user sees of a run while it goes on, and the figures behind it. */
export interface RunDisplay {
  readonly elapsedMs: number;
  /** Bytes read so far, unpacked. */
  readonly bytes: number;
  readonly tally: CleanTally;
  take(event: CleanEvent): void;
  say(message: string): void;
  /** Takes the line of progress away; what is said after that still shows. */
  stop(): void;
}

/** Opens the display of a run; with `quiet` nothing shows, and the figures are there all the same. */
export async function openRunDisplay(
  jobs: readonly CleanJob[],
  flags: CleanFlags,
  { stdout, stderr }: Terminal,
): Promise<RunDisplay> {
  const meter = new RunMeter(await sizesOf(jobs));
  const numbers = new Map(jobs.map((job, number) => [job, number]));
  const started = process.hrtime.bigint();
  const { quiet, out, inPlace, dryRun } = flags;
  // A line that changes would tear the text that goes to the same screen.
  const isTextShown = stdout.isTTY === true && out === undefined && !inPlace && !dryRun;
  let shown = quiet ? undefined : await openProgressDisplay(stderr, { isPlain: isTextShown });
  let tally = EMPTY_TALLY;
  const elapsedMs = (): number => Number((process.hrtime.bigint() - started) / 1_000_000n);
  return {
    get elapsedMs() {
      return elapsedMs();
    },
    get bytes() {
      return meter.state.bytes;
    },
    get tally() {
      return tally;
    },
    take(event) {
      ({ tally } = event);
      meter.reach(numbers.get(event.job) ?? 0, event.reachedBytes);
      const { documents, cut, rejected } = tally;
      shown?.update({ ...meter.state, documents, cut, rejected, elapsedMs: elapsedMs() });
    },
    say(message) {
      if (quiet) return;
      const line = `tapis: ${message}`;
      if (shown === undefined) stderr.write(`${line}\n`);
      else shown.note(line);
    },
    stop() {
      shown?.stop();
      shown = undefined;
    },
  };
}

async function sizesOf(jobs: readonly CleanJob[]): Promise<number[]> {
  if (jobs.length > MOST_MEASURED) return jobs.map(() => 1);
  return Promise.all(jobs.map(async (job) => (await job.measure?.())?.sizeBytes ?? 0));
}

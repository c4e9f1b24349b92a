import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { ExampleTexts } from "./example-texts.ts";
import type { Command } from "./run-command.ts";

/** What every part of the measuring is given. */
export interface Bench {
  /** The checkout. */
  readonly root: string;
  /** A folder for files, which goes when the measuring is over. */
  readonly scratch: string;
  readonly texts: ExampleTexts;
  /** Megabytes to measure on; undefined for what the part thinks best. */
  readonly size: number | undefined;
  /** Runs that count. */
  readonly runCount: number;
  /** Says what is being done, for whoever waits. */
  say(message: string): void;
}

/** The seed of all texts. */
export const SEED = 20_261;

/** The command as it is built. */
export function cliPath({ root }: Bench): string {
  return join(root, "dist", "bin", "tapis.js");
}

/** A program of this folder, as it is built. */
export function processPath(name: string): string {
  return new URL(`./${name}.js`, import.meta.url).pathname;
}

/** Options for {@link cleanCommand}. */
export interface CleanCommandOptions {
  /** Articles cleaned at once; the command's own default unless given. */
  readonly jobs?: number;
  /** Further words of the command line. */
  readonly flags?: readonly string[];
}

/** `tapis clean PATH`, on one core when told to use one job. */
export function cleanCommand(
  bench: Bench,
  path: string,
  options: CleanCommandOptions = {},
): Command {
  const { jobs, flags = [] } = options;
  const jobFlags = jobs === undefined ? [] : ["--jobs", String(jobs)];
  return {
    name: jobs === undefined ? "tapis clean" : `tapis clean, ${jobsName(jobs)}`,
    program: process.execPath,
    args: [cliPath(bench), "clean", path, "--quiet", ...jobFlags, ...flags],
    stdout: join(bench.scratch, "cleaned"),
    isPinned: jobs === 1,
  };
}

function jobsName(jobs: number): string {
  return jobs === 1 ? "one core" : `${jobs} cores`;
}

/** The numbers of jobs worth measuring: one, and as many as there are cores. */
export function jobCounts(): readonly number[] {
  const most = availableParallelism();
  return most > 1 ? [1, most] : [1];
}

/** What is to be said where there is only one core. */
export function jobNotes(): string[] {
  return jobCounts().length > 1
    ? []
    : ["More than one core: left out, for this machine has one only."];
}

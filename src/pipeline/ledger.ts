import type * as z from "zod/mini";
import { check } from "../core/check.ts";
import { TapisError } from "../errors.ts";
import { readLines } from "../formats/read-lines.ts";
import { type AppendLog, openAppendLog } from "../io/append-log.ts";
import { readChunks } from "../io/read-file.ts";
import { EMPTY_TALLY } from "./clean-tally.ts";
import {
  type DoneEntry,
  LEDGER_ENTRY,
  LEDGER_HEAD,
  type LedgerEntry,
  type LedgerHead,
  type ReachedEntry,
  type RunProgress,
  type RunSettings,
} from "./ledger-schema.ts";

const NO_PROGRESS: RunProgress = { tally: EMPTY_TALLY, removedBytes: 0, rejectsBytes: 0 };

/** What a run wrote down of itself, so that another can go on with it. */
export interface PastRun {
  readonly run: string;
  readonly settings: RunSettings;
  /** Inputs that nothing is left to do for, in their order: the first ones. */
  readonly done: readonly DoneEntry[];
  /** Where in the input after those it had come to. */
  readonly reached: ReachedEntry | undefined;
  readonly progress: RunProgress;
  readonly isThrough: boolean;
  /** Bytes of the ledger that were written whole. */
  readonly ledgerBytes: number;
}

/** The record of a run, kept while it goes on. */
export interface Ledger {
  /** The run's own name. */
  readonly run: string;
  add(entry: LedgerEntry): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a ledger; one that stands there already is replaced.
 *
 * @throws {TapisError} ERR_OUTPUT_WRITE when the system refuses, also from the ledger's methods.
 */
export async function startLedger(path: string, settings: RunSettings): Promise<Ledger> {
  const head: LedgerHead = {
    format: "tapis-ledger",
    version: 1,
    run: crypto.randomUUID(),
    settings,
  };
  const log = await openAppendLog(path, 0);
  await log.append(JSON.stringify(head));
  return ledgerOn(log, head.run);
}

/** Goes on with the ledger of a run that is not through. */
export async function continueLedger(path: string, { run, ledgerBytes }: PastRun): Promise<Ledger> {
  return ledgerOn(await openAppendLog(path, ledgerBytes), run);
}

function ledgerOn(log: AppendLog, run: string): Ledger {
  return {
    run,
    add: (entry) => log.append(JSON.stringify(entry)),
    close: () => log.close(),
  };
}

/**
 * Reads what a run wrote down. A last line that was not finished is left aside: the run ended over it. Undefined when that is
 * the first line.
 *
 * @throws {TapisError} ERR_INPUT_MISSING, ERR_INPUT_READ when there is no ledger; ERR_LEDGER_FORMAT names the line that is none of
 *   a ledger's.
 */
export async function readLedger(path: string): Promise<PastRun | undefined> {
  let head: LedgerHead | undefined;
  const done: DoneEntry[] = [];
  let reached: ReachedEntry | undefined;
  let progress = NO_PROGRESS;
  let isThrough = false;
  let ledgerBytes = 0;
  let number = 0;
  for await (const bytes of readLines(readChunks(path), path)) {
    number += 1;
    if (bytes.at(-1) !== LINE_FEED) break;
    const line = new TextDecoder().decode(bytes);
    const place = `${path}:${number}`;
    if (head === undefined) {
      head = parseLine(LEDGER_HEAD, line, place);
    } else {
      const entry = parseLine(LEDGER_ENTRY, line, place);
      if (entry.kind !== "end" && entry.input !== done.length) {
        const message = `${place}: tells of input ${entry.input} where ${done.length} is due`;
        throw new TapisError("ERR_LEDGER_FORMAT", message);
      }
      if (entry.kind === "done") done.push(entry);
      reached = entry.kind === "reached" ? entry : undefined;
      isThrough = entry.kind === "end";
      progress = entry.progress;
    }
    ledgerBytes += bytes.length;
  }
  if (head === undefined) return undefined;
  const { run, settings } = head;
  return { run, settings, done, reached, progress, isThrough, ledgerBytes };
}

const LINE_FEED = 10;

function parseLine<T>(schema: z.ZodMiniType<T>, line: string, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  const parsed = check(schema, value);
  if (parsed.success) return parsed.data;
  const message = `${place}: is no line of a ledger; start the run anew, without --resume`;
  throw new TapisError("ERR_LEDGER_FORMAT", message, { cause: parsed.error });
}

/**
 * Checks that a run was asked for the same as another one.
 *
 * @throws {TapisError} ERR_LEDGER_MISMATCH names the first setting that differs.
 */
export function assertSameSettings(past: RunSettings, now: RunSettings, path: string): void {
  for (const key of new Set([...Object.keys(past), ...Object.keys(now)])) {
    if (past[key] === now[key]) continue;
    const message =
      `${path}: belongs to a run with another ${key} ` +
      `(${describe(past[key])}, now ${describe(now[key])}); repeat its command line, or start anew without --resume`;
    throw new TapisError("ERR_LEDGER_MISMATCH", message);
  }
}

function describe(setting: RunSettings[string] | undefined): string {
  return setting === undefined || setting === null ? "none" : String(setting);
}

import * as z from "zod/mini";
import type { BlockStart } from "../formats/block.ts";
import type { Renaming } from "../io/file-output.ts";
import type { CleanTally } from "./clean-tally.ts";

/** How far a run has come. */
export interface RunProgress {
  readonly tally: CleanTally;
  /** Bytes of the file of cuts that belong to it. */
  readonly removedBytes: number;
  /** Bytes of the file of rejected records that belong to it. */
  readonly rejectsBytes: number;
}

/** Whatever decides what comes out of a run: options, the model, the inputs. */
export type RunSettings = Readonly<Record<string, string | number | boolean | null>>;

/** The first line of a ledger: what the run was asked for. */
export interface LedgerHead {
  readonly format: "tapis-ledger";
  readonly version: 1;
  /** A name of its own, part of the names of its temporary files. */
  readonly run: string;
  readonly settings: RunSettings;
}

/** All before `start` of an input is in its output, whose first `outputBytes` are on the disk. */
export interface ReachedEntry {
  readonly kind: "reached";
  /** Number of the input, from 0. */
  readonly input: number;
  readonly start: BlockStart;
  readonly outputBytes: number;
  readonly isWorthKeeping: boolean;
  readonly progress: RunProgress;
}

/** Nothing is left to do for an input but to give its output its name, if it has one. */
export interface DoneEntry {
  readonly kind: "done";
  /** Number of the input, from 0. */
  readonly input: number;
  readonly name: string;
  /** Size of the input, in bytes, and when it was last changed, in milliseconds since 1970; 0 where nobody can tell. */
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly renaming: Renaming | null;
  readonly progress: RunProgress;
}

/** The run is through. */
export interface EndEntry {
  readonly kind: "end";
  readonly progress: RunProgress;
}

/** Any line of a ledger but the first. */
export type LedgerEntry = ReachedEntry | DoneEntry | EndEntry;

const COUNT = z.int().check(z.minimum(0));

const PROGRESS = z.strictObject({
  tally: z.strictObject({
    documents: COUNT,
    paragraphs: COUNT,
    cut: COUNT,
    rejected: COUNT,
    spared: COUNT,
    dropped: COUNT,
  }),
  removedBytes: COUNT,
  rejectsBytes: COUNT,
});

/** How the first line of a ledger is checked. */
export const LEDGER_HEAD: z.ZodMiniType<LedgerHead> = z.strictObject({
  format: z.literal("tapis-ledger"),
  version: z.literal(1),
  run: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** How any other line is checked. */
export const LEDGER_ENTRY: z.ZodMiniType<LedgerEntry> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("reached"),
    input: COUNT,
    start: z.strictObject({
      offset: COUNT,
      line: z.int().check(z.minimum(1)),
      head: z.exactOptional(z.string()),
    }),
    outputBytes: COUNT,
    isWorthKeeping: z.boolean(),
    progress: PROGRESS,
  }),
  z.strictObject({
    kind: z.literal("done"),
    input: COUNT,
    name: z.string(),
    sizeBytes: COUNT,
    modifiedMs: z.number(),
    renaming: z.nullable(
      z.strictObject({
        temporary: z.string(),
        target: z.string(),
        backup: z.nullable(z.string()),
      }),
    ),
    progress: PROGRESS,
  }),
  z.strictObject({ kind: z.literal("end"), progress: PROGRESS }),
]);

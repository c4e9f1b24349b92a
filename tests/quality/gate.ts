import type { Evaluation } from "../../src/core/evaluate/evaluation.ts";
import type { Figures } from "../../src/core/evaluate/figures.ts";

/** What a group of documents must reach; shares in [0, 1]. */
export interface Floors {
  /** Least share of documents that come out exact. */
  readonly exact: number;
  /** Greatest share of the characters of news that is lost. */
  readonly newsLost: number;
  /** Greatest share of the characters of spam that is left. */
  readonly spamLeft: number;
}

/** What is pinned for one file of documents. */
export interface Pinned {
  /** SHA-256 of the documents, unpacked, in hexadecimal. */
  readonly sha256: string;
  /** Greatest mean loss of the posteriors, in nats: a spoiled weight shows here before it changes a verdict. */
  readonly logLoss: number;
  readonly all: Floors;
  readonly slices: Readonly<Record<string, Floors>>;
}

/** The figures are stored with so many steps to 1, rounded to the side that passes. */
const STEPS = 1e6;

/** What the gate looks at in an evaluation of documents with that digest. */
export function measuredOf(evaluation: Evaluation, sha256: string): Pinned {
  return {
    sha256,
    logLoss: Math.ceil(evaluation.reliability.logLoss * STEPS) / STEPS,
    all: floorsOf(evaluation.all),
    slices: Object.fromEntries(
      evaluation.groups.slice.map((group) => [group.name, floorsOf(group)]),
    ),
  };
}

function floorsOf({ exact, newsLost, spamLeft }: Figures): Floors {
  return {
    exact: Math.floor(exact.value * STEPS) / STEPS,
    newsLost: Math.ceil(newsLost.value * STEPS) / STEPS,
    spamLeft: Math.ceil(spamLeft.value * STEPS) / STEPS,
  };
}

/** Why the gate stays shut, one line for each fault; empty when it opens. */
export function gateFaults(pinned: Pinned | undefined, measured: Pinned): string[] {
  if (pinned === undefined) return ["nothing is pinned: run with UPDATE_GATE=1"];
  if (pinned.sha256 !== measured.sha256) {
    return ["the documents are not those that were pinned: look at them, then UPDATE_GATE=1"];
  }
  const faults = floorFaults("all", pinned.all, measured.all);
  if (!(measured.logLoss <= pinned.logLoss)) {
    faults.push(`log loss is ${measured.logLoss}, at most ${pinned.logLoss}`);
  }
  for (const [slice, floors] of Object.entries(pinned.slices)) {
    const ofSlice = measured.slices[slice];
    if (ofSlice === undefined) faults.push(`${slice}: has no documents any more`);
    else faults.push(...floorFaults(slice, floors, ofSlice));
  }
  return faults;
}

function floorFaults(name: string, floors: Floors, measured: Floors): string[] {
  const faults: string[] = [];
  if (!(measured.exact >= floors.exact)) {
    faults.push(`${name}: exact is ${measured.exact}, at least ${floors.exact}`);
  }
  for (const figure of ["newsLost", "spamLeft"] as const) {
    if (!(measured[figure] <= floors[figure])) {
      faults.push(`${name}: ${figure} is ${measured[figure]}, at most ${floors[figure]}`);
    }
  }
  return faults;
}

/** The pins after a measurement: each the better of the old and the measured, unless they may be lowered. */
export function pin(
  old: Pinned | undefined,
  measured: Pinned,
  { mayLower }: { readonly mayLower: boolean },
): Pinned {
  if (old === undefined || mayLower) return measured;
  return {
    sha256: measured.sha256,
    logLoss: Math.min(old.logLoss, measured.logLoss),
    all: better(old.all, measured.all),
    slices: Object.fromEntries(
      Object.entries(measured.slices).map(([slice, floors]) => [
        slice,
        better(old.slices[slice] ?? floors, floors),
      ]),
    ),
  };
}

function better(old: Floors, measured: Floors): Floors {
  return {
    exact: Math.max(old.exact, measured.exact),
    newsLost: Math.min(old.newsLost, measured.newsLost),
    spamLeft: Math.min(old.spamLeft, measured.spamLeft),
  };
}

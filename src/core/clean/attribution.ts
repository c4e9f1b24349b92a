import { attributeTrees, type TreeKinds } from "../model/attribute-trees.ts";
import type { Combination } from "../model/model.ts";
import type { DecisionStages, DecisionTrace } from "./combine.ts";
import { FEATURE_KINDS, kindOfFeature } from "./feature-kinds.ts";
import { logit } from "./sequence.ts";

/** What a part of a paragraph's log-odds comes from. */
export type PartName =
  | "start"
  | "words"
  | "sharedWords"
  | "topic"
  | "look"
  | "disguise"
  | "brands"
  | "place"
  | "neighbours"
  | "document"
  | "sequence"
  | "calibration"
  | "block";

/** A part of a paragraph's log-odds. */
export interface Part {
  readonly name: PartName;
  /** In nats: above 0 for spam. */
  readonly logOdds: number;
}

/** Where a paragraph's log-odds come from. */
export interface Attribution {
  /** ln(posterior / (1 − posterior)), in nats, from −40 to 40: the sum of the parts. */
  readonly logOdds: number;
  /** Strongest first; none is 0. */
  readonly parts: readonly Part[];
}

/** Log-odds of a posterior of 0 or 1, which rounding makes of those that are near to it: numbers that parts can add up to. */
const MOST_LOG_ODDS = 40;

/** Natural logarithm of the odds of a posterior, in nats, from −40 to 40. */
export function boundedLogOdds(posterior: number): number {
  return Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, logit(posterior)));
}

const FIRST_LOOK = FEATURE_KINDS.indexOf("firstLook");

/**
 * Where the log-odds of each unit of a document come from; one per unit.
 *
 * What the trees of the second forest say is credited to the kinds of evidence that they looked at. Where that is what the first
 * forest had said, it goes on to what the first one had looked at, in proportion to how much that weighed. `start` is what holds
 * before anything was looked at, `sequence` what the order of the paragraphs adds, `calibration` what makes a probability of it,
 * `block` what others add that are decided together with it. A document that was left early has one part, `words`: no more was
 * looked at.
 */
export function attribute(
  { posteriors, stages }: DecisionTrace,
  combination: Combination,
): Attribution[] {
  const kinds = {
    kindOf: Uint8Array.from(combination.features, (name) =>
      FEATURE_KINDS.indexOf(kindOfFeature(name)),
    ),
    kindCount: FEATURE_KINDS.length,
  };
  return Array.from(posteriors, (posterior, unit) =>
    stages === undefined
      ? leftEarly(boundedLogOdds(posterior))
      : attributeUnit(unit, posterior, { stages, combination, kinds }),
  );
}

function leftEarly(logOdds: number): Attribution {
  return { logOdds, parts: logOdds === 0 ? [] : [{ name: "words", logOdds }] };
}

/** What all units of a document have in common. */
interface Attributing {
  readonly stages: DecisionStages;
  readonly combination: Combination;
  readonly kinds: TreeKinds;
}

function attributeUnit(
  unit: number,
  posterior: number,
  { stages, combination, kinds }: Attributing,
): Attribution {
  const { rows, scores, raw } = stages;
  const { first, second, calibration } = combination;
  const { base, parts } = attributeTrees(second, rows, unit, kinds);
  const look = attributeTrees(first, rows, unit, kinds).parts;
  const lookSum = look.reduce((sum, part) => sum + Math.abs(part), 0);
  const looked = parts[FIRST_LOOK] ?? 0;
  const sequenced = boundedLogOdds(raw[unit] ?? 0);
  const calibrated = calibration.slope * sequenced + calibration.intercept;
  // What others that are decided with it add or take; more than rounding does.
  const isShared = Math.abs(posterior - 1 / (1 + Math.exp(-calibrated))) > 1e-12;
  const logOdds = isShared ? boundedLogOdds(posterior) : calibrated;
  const named: Part[] = FEATURE_KINDS.flatMap((name, kind): Part[] => {
    if (name === "firstLook") return [];
    const share = lookSum === 0 ? 0 : Math.abs(look[kind] ?? 0) / lookSum;
    return [{ name, logOdds: (parts[kind] ?? 0) + looked * share }];
  });
  named.push(
    { name: "start", logOdds: base + (lookSum === 0 ? looked : 0) },
    { name: "sequence", logOdds: sequenced - (scores[unit] ?? 0) },
    { name: "calibration", logOdds: calibrated - sequenced },
    { name: "block", logOdds: logOdds - calibrated },
  );
  return {
    logOdds,
    parts: named
      .filter((part) => part.logOdds !== 0)
      .toSorted((one, other) => Math.abs(other.logOdds) - Math.abs(one.logOdds)),
  };
}

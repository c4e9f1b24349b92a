/** Cleans paragraphs that somebody else has divided: one verdict for each. */
import { mostOf } from "../core/clean/column.ts";
import {
  type DecidedUnit,
  type Decision,
  decide,
  decidedUnits,
  type Thresholds,
} from "../core/clean/decision.ts";
import { givenUnits } from "../core/clean/given-units.ts";
import type { Model } from "../core/model/model.ts";
import { frozen } from "./freeze.ts";
import { lazyParagraphsResult } from "./frozen-results.ts";
import type { DecidedParagraph, ParagraphsResult } from "./results.ts";

/** What was decided of paragraphs that were given, as one document. */
export interface GivenDecision {
  /** The document that they make up. */
  readonly text: string;
  readonly decision: Decision;
  /** Index of the unit that each paragraph is; undefined for a blank one. */
  readonly unitAt: readonly (number | undefined)[];
}

/** Decides on paragraphs as on one document. */
export function decideGiven(paragraphs: readonly string[], model: Model): GivenDecision {
  const { text, units } = givenUnits(paragraphs);
  const unitAt: (number | undefined)[] = paragraphs.map(() => undefined);
  units.forEach(({ paragraph }, unit) => {
    unitAt[paragraph] = unit;
  });
  return { text, decision: decide(text, units, model), unitAt };
}

/** Cleans paragraphs; `threshold` is the least posterior at which one is cut. */
export function cleanParagraphs(
  given: readonly string[],
  model: Model,
  threshold: number,
): ParagraphsResult {
  // The caller may change the array before the paragraphs are asked for.
  const paragraphs = [...given];
  const decided = decideGiven(paragraphs, model);
  const { unitAt, decision } = decided;
  const { posteriors } = decision;
  const text = paragraphs.filter((_, index) => {
    const unit = unitAt[index];
    return unit === undefined || (posteriors[unit] ?? 0) < threshold;
  });
  const highestPosterior = posteriors.length === 0 ? 0 : mostOf(posteriors);
  return lazyParagraphsResult({ text, highestPosterior }, () =>
    decidedParagraphs(paragraphs, decided, { threshold, unsure: model.unsure }),
  );
}

/** Posteriors of paragraphs, in [0, 1]; 0 for a blank one. */
export function scoreParagraphs(paragraphs: readonly string[], model: Model): readonly number[] {
  const { unitAt, decision } = decideGiven(paragraphs, model);
  return frozen(unitAt.map((unit) => (unit === undefined ? 0 : (decision.posteriors[unit] ?? 0))));
}

/** What is said of a blank paragraph: there is nothing in it to decide on. */
const BLANK: Omit<DecidedUnit, "span"> = {
  verdict: "keep",
  posterior: 0,
  evidence: {
    wordLogOdds: 0,
    contextLogOdds: 0,
    newsOverlap: 0,
    spamOverlap: 0,
    disguisedShare: 0,
  },
};

/** The decisions about paragraphs, one for each. */
export function decidedParagraphs(
  paragraphs: readonly string[],
  { decision, unitAt }: GivenDecision,
  thresholds: Thresholds,
): DecidedParagraph[] {
  const units = decidedUnits(decision, thresholds);
  return paragraphs.map((text, index) => {
    const unit = unitAt[index];
    const { verdict, posterior, evidence } =
      (unit === undefined ? undefined : units[unit]) ?? BLANK;
    return { text, verdict, posterior, evidence };
  });
}

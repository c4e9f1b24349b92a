import { column } from "./column.ts";
import type { Unit } from "./units.ts";

/** Transition probabilities of the two-state chain over the units of a document. */
export interface Chain {
  /** Probability that the first unit is spam, in (0, 1). */
  readonly first: number;
  /** Probability that spam follows news, in (0, 1), one per boundary before unit i (element 0 is not used). */
  readonly enter: Float64Array;
  /** Probability that news follows spam, in (0, 1), one per boundary before unit i (element 0 is not used). */
  readonly leave: Float64Array;
}

/** Probability that the first paragraph of a document is spam, before its words are seen. */
const FIRST = 0.1;
/** Probability that spam begins, and that it ends, at a given boundary between paragraphs. */
const ENTER = 0.03;
const LEAVE = 0.06;
/** Either at a boundary between two sentences of flattened text: there are more of those. */
const SENTENCE_CHANGE = 0.01;

/** The chain for the units of a document. */
export function chainOf(units: readonly Unit[]): Chain {
  return {
    first: FIRST,
    enter: column(units.length, (i) => (units[i]?.isSentence === true ? SENTENCE_CHANGE : ENTER)),
    leave: column(units.length, (i) => (units[i]?.isSentence === true ? SENTENCE_CHANGE : LEAVE)),
  };
}

/**
 * Posterior probability of spam for each unit, given the evidence of all units: the forward–backward algorithm on a
 * two-state hidden Markov model.
 *
 * `logOdds` is each unit's own evidence, ln P(unit | spam) − ln P(unit | news), in nats. Returns one probability in
 * [0, 1] per unit, in document order; empty for no units.
 *
 * Source: Rabiner, *A Tutorial on Hidden Markov Models* (1989), §III.A and B, with scaling (§V.A) replaced by odds:
 * with two states, one number per unit, the forward odds, carries the whole of the forward variable.
 */
export function sequencePosteriors(logOdds: Float64Array, chain: Chain): Float64Array {
  const count = logOdds.length;
  const posteriors = new Float64Array(count);
  const forward = new Float64Array(count);
  let spam = chain.first;
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      const before = forward[i - 1] ?? 0;
      spam = before * (1 - (chain.leave[i] ?? 0)) + (1 - before) * (chain.enter[i] ?? 0);
    }
    forward[i] = updated(spam, logOdds[i] ?? 0);
  }
  // The backward variable of spam as a share of both states'; 1/2 after the last unit.
  let backward = 0.5;
  for (let i = count - 1; i >= 0; i--) {
    const ahead = forward[i] ?? 0;
    posteriors[i] = (ahead * backward) / (ahead * backward + (1 - ahead) * (1 - backward));
    const here = updated(backward, logOdds[i] ?? 0);
    const enter = chain.enter[i] ?? 0;
    const leave = chain.leave[i] ?? 0;
    const fromSpam = (1 - leave) * here + leave * (1 - here);
    const fromNews = enter * here + (1 - enter) * (1 - here);
    backward = fromSpam / (fromSpam + fromNews);
  }
  return posteriors;
}

/** Smallest and largest probability that a unit's evidence may leave, so that no later unit is ever ruled out. */
const FLOOR = 1e-12;

function updated(probability: number, logOdds: number): number {
  const odds = (probability / (1 - probability)) * Math.exp(Math.max(-40, Math.min(40, logOdds)));
  return Math.max(FLOOR, Math.min(1 - FLOOR, odds / (1 + odds)));
}

/** Natural logarithm of the odds of a probability, in nats. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

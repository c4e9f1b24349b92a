import { at, median, runningSums } from "./column.ts";
import { type FeatureRows, featureRows, namesOf, type FeatureWriter } from "./feature-rows.ts";
import { logit } from "./sequence.ts";
import { addSurroundings, type Summed, summed } from "./surroundings.ts";

/** What stands for log-odds beyond the first and the last unit, in nats: less, and more, than any has. */
const LEAST = -99;
const MOST = 99;

/** What some of the features are made of. */
interface Derived {
  readonly logOdds: Float64Array;
  readonly posteriors: Summed;
  readonly mostBefore: Float64Array;
  readonly mostAfter: Float64Array;
  readonly leastAfter: Float64Array;
  readonly sum: number;
  readonly most: number;
  readonly median: number;
}

/**
 * Features of the second forest: those of the first and, for each unit, what the first said of it and of its surroundings.
 *
 * `logOdds` and `posteriors` are the first forest's log-odds and their posteriors by the sequence model, one per unit.
 */
export function contextFeatures(
  first: FeatureRows,
  logOdds: Float64Array,
  posteriors: Float64Array,
): FeatureRows {
  const derived = derivedOf(logOdds, posteriors);
  return featureRows(first.count, NAMES, (writer) => writeFeatures(writer, derived), first);
}

function derivedOf(logOdds: Float64Array, posteriors: Float64Array): Derived {
  const count = logOdds.length;
  const mostBefore = new Float64Array(count);
  const mostAfter = new Float64Array(count);
  const leastAfter = new Float64Array(count);
  let most = LEAST;
  for (let i = 0; i < count; i++) {
    mostBefore[i] = most;
    most = Math.max(most, at(logOdds, i, 0));
  }
  let after = LEAST;
  let least = MOST;
  for (let i = count - 1; i >= 0; i--) {
    mostAfter[i] = after;
    leastAfter[i] = least;
    after = Math.max(after, at(logOdds, i, 0));
    least = Math.min(least, at(logOdds, i, 0));
  }
  return {
    logOdds,
    posteriors: summed({ values: posteriors, before: 0, after: 0 }),
    mostBefore,
    mostAfter,
    leastAfter,
    sum: runningSums(posteriors)[count] ?? 0,
    most,
    median: median(logOdds),
  };
}

function writeFeatures(writer: FeatureWriter, derived: Derived): void {
  const { logOdds, posteriors } = derived;
  writer.column("first", logOdds);
  writer.each("firstPosterior", (i) => logit(at(posteriors.values, i, 0)));
  writer.each("firstBefore3", (i) => at(logOdds, i - 3, LEAST));
  writer.each("firstBefore2", (i) => at(logOdds, i - 2, LEAST));
  writer.each("firstBefore1", (i) => at(logOdds, i - 1, LEAST));
  writer.each("firstAfter1", (i) => at(logOdds, i + 1, MOST));
  writer.each("firstAfter2", (i) => at(logOdds, i + 2, MOST));
  writer.each("firstAfter3", (i) => at(logOdds, i + 3, MOST));
  addSurroundings(writer, "first", posteriors);
  writer.column("firstMostBefore", derived.mostBefore);
  writer.column("firstMostAfter", derived.mostAfter);
  writer.column("firstLeastAfter", derived.leastAfter);
  writer.constant("firstSum", derived.sum);
  writer.constant("firstMost", derived.most);
  writer.constant("firstMedian", derived.median);
}

const NONE = derivedOf(new Float64Array(0), new Float64Array(0));

const NAMES = namesOf((writer) => writeFeatures(writer, NONE));

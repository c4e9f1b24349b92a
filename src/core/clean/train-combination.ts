import { trainForest } from "../model/boost.ts";
import { type BinnedRows, MAX_BINS } from "../model/grow-tree.ts";
import { fitCalibration } from "../model/calibrate.ts";
import type { Forest } from "../model/forest.ts";
import type { Combination } from "../model/model.ts";
import { seededRandom } from "../model/random.ts";
import { forestPosteriors, scoreRows } from "./combine.ts";
import { type EvidenceSet, placedDocuments } from "./evidence-set.ts";
import { withExits } from "./fit-exits.ts";
import { column } from "./column.ts";
import { contextFeatures } from "./context-features.ts";
import type { FeatureRows } from "./feature-rows.ts";
import { features } from "./features.ts";
import { logit } from "./sequence.ts";
import { NO_EVIDENCE, sliceEvidence } from "./unit-columns.ts";
import { wordFeatures } from "./word-features.ts";

/** Options for {@link trainCombination}. */
export interface CombinationOptions {
  /**
   * Number of trees in each forest. More fit closer, until they learn the documents by heart.
   * @defaultValue 300
   */
  readonly treeCount?: number;
  /** Called as each of the forests is done, with what it was. */
  readonly onStep?: (step: string) => void;
}

const BOOST = {
  leafCount: 24,
  learningRate: 0.08,
  leafRows: 60,
  ridge: 5,
  featureShare: 0.3,
  rowShare: 0.5,
};
/** Trees of the forest of words, as a share of those of the others: it only has to tell what is beyond suspicion. */
const WORD_TREE_SHARE = 1 / 6;
const SEED = 20;

/**
 * Fits how the evidence is put together, on documents composed from sources that their word counts had not seen.
 *
 * The first forest scores each unit by the features of its document; for the second to see honest scores, each fold is
 * scored by a first forest that did not see it. The calibration is fitted on the last fold, scored by a second forest that
 * did not see it either. What is returned was trained on all folds.
 *
 * Source: stacked generalization, Wolpert (1992); for sequences, Cohen and Carvalho, *Stacked Sequential Learning* (2005).
 */
export function trainCombination(set: EvidenceSet, options: CombinationOptions = {}): Combination {
  const { treeCount = 300, onStep = () => {} } = options;
  const documents = placedDocuments(set);
  const folds = [...new Set(set.documents.map((document) => document.fold))].toSorted(
    (a, b) => a - b,
  );
  const foldOfUnit = Int32Array.from(
    documents.flatMap(({ fold, start, end }) => Array<number>(end - start).fill(fold)),
  );
  // A long document counts by the square root of its length: its units are not independent, and most articles are short.
  const weights = Float32Array.from(
    documents.flatMap(({ start, end }) =>
      Array<number>(end - start).fill(1 / Math.sqrt(Math.max(1, (end - start) / 10))),
    ),
  );
  const fit = (
    rows: BinnedRows,
    step: string,
    isIncluded: (unit: number) => boolean = () => true,
    trees: { readonly treeCount: number; readonly featureCount?: number } = { treeCount },
  ): Forest => {
    const included = weights.map((weight, unit) => (isIncluded(unit) ? weight : 0));
    const forest = trainForest(rows, set.labels, included, {
      ...BOOST,
      ...trees,
      random: seededRandom(SEED),
    });
    onStep(step);
    return forest;
  };
  const firstFeatures = joined(
    documents.map(({ start, end }) => features(sliceEvidence(set.evidence, start, end))),
  );
  const firstRows = binned(firstFeatures);
  const honest = new Float64Array(set.labels.length);
  for (const fold of folds) {
    const isOther = (unit: number): boolean => foldOfUnit[unit] !== fold;
    const forest = fit(firstRows, `first forest without fold ${fold}`, isOther);
    const ofFold = scoreRows(forest, firstFeatures, (unit) => foldOfUnit[unit] === fold);
    honest.forEach((_, unit) => {
      honest[unit] = foldOfUnit[unit] === fold ? (ofFold[unit] ?? 0) : (honest[unit] ?? 0);
    });
  }
  const secondFeatures = joined(
    documents.map(({ start, end }) => {
      const logOdds = honest.slice(start, end);
      return contextFeatures(
        sliceRows(firstFeatures, start, end),
        logOdds,
        forestPosteriors(logOdds),
      );
    }),
  );
  const secondRows = binned(secondFeatures);
  const last = folds.at(-1) ?? 0;
  const unseen = scoreRows(
    fit(secondRows, `second forest without fold ${last}`, (unit) => foldOfUnit[unit] !== last),
    secondFeatures,
  );
  const inLast = (_: unknown, unit: number): boolean => foldOfUnit[unit] === last;
  const raw = Float64Array.from(
    documents.flatMap(({ start, end }) =>
      Array.from(forestPosteriors(unseen.slice(start, end)), logit),
    ),
  );
  return withExits(
    {
      features: secondFeatures.names,
      words: fit(firstRows, "forest of words", undefined, {
        treeCount: Math.ceil(treeCount * WORD_TREE_SHARE),
        featureCount: wordFeatures(NO_EVIDENCE).names.length,
      }),
      first: fit(firstRows, "first forest"),
      second: fit(secondRows, "second forest"),
      calibration: fitCalibration(
        raw.filter(inLast),
        set.labels.filter(inLast),
        weights.filter(inLast),
      ),
    },
    set,
  );
}

/** The rows of many documents under each other. */
function joined(parts: readonly FeatureRows[]): FeatureRows {
  const [first = { names: [], width: 0 }] = parts;
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const values = new Float64Array(count * first.width);
  let at = 0;
  for (const part of parts) {
    values.set(part.values, at);
    at += part.values.length;
  }
  return { values, width: first.width, count, names: first.names };
}

/** The rows of the units from `start` to `end`, exclusive, as a view. */
function sliceRows({ values, width, names }: FeatureRows, start: number, end: number): FeatureRows {
  return { values: values.subarray(start * width, end * width), width, count: end - start, names };
}

/** Bins the features of rows at their quantiles. */
function binned({ values, width, count }: FeatureRows): BinnedRows {
  const bins = new Uint8Array(count * width);
  const edges = Array.from({ length: width }, (_, feature) => {
    const numbers = column(count, (row) => values[row * width + feature] ?? 0);
    const ofFeature = edgesOf(numbers);
    numbers.forEach((value, row) => {
      bins[row * width + feature] = binOf(ofFeature, value);
    });
    return ofFeature;
  });
  return { rowCount: count, bins, edges };
}

function edgesOf(numbers: Float64Array): Float32Array {
  const sorted = numbers.toSorted();
  const edges = new Set<number>();
  for (let bin = 1; bin < MAX_BINS; bin++) {
    edges.add(Math.fround(sorted[Math.floor((bin * sorted.length) / MAX_BINS)] ?? 0));
  }
  return Float32Array.from([...edges].filter((edge) => edge < (sorted.at(-1) ?? 0)));
}

/** Number of the bin of a value: how many edges lie below it. */
function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

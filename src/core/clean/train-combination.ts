import { type BoostOptions, trainForest } from "../model/boost.ts";
import { type BinnedRows, MAX_BINS } from "../model/grow-tree.ts";
import { fitCalibration } from "../model/calibrate.ts";
import type { Forest } from "../model/forest.ts";
import type { Combination } from "../model/model.ts";
import { seededRandom } from "../model/random.ts";
import { forestPosteriors, scoreRows } from "./combine.ts";
import { emptyEvidence, type EvidenceSet, placedDocuments, sliceEvidence } from "./evidence-set.ts";
import { withExits } from "./fit-exits.ts";
import { contextFeatures } from "./context-features.ts";
import { type FeatureTable } from "./feature-table.ts";
import { features } from "./features.ts";
import { logit } from "./sequence.ts";
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
/** Share of the trees of the first forest that look at the features of words only. */
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
    {
      isIncluded = () => true,
      early,
    }: {
      readonly isIncluded?: (unit: number) => boolean;
      readonly early?: BoostOptions["early"];
    },
  ): Forest => {
    const included = weights.map((weight, unit) => (isIncluded(unit) ? weight : 0));
    const forest = trainForest(rows, set.labels, included, {
      ...BOOST,
      treeCount,
      random: seededRandom(SEED),
      ...(early === undefined ? {} : { early }),
    });
    onStep(step);
    return forest;
  };
  const wordTrees = Math.floor(treeCount * WORD_TREE_SHARE);
  const early = {
    treeCount: wordTrees,
    featureCount: wordFeatures(emptyEvidence(1)).names.length,
  };

  const firstTable = joined(
    documents.map(({ start, end }) => features(sliceEvidence(set.evidence, start, end))),
  );
  const firstRows = binned(firstTable);
  const honest = new Float64Array(set.labels.length);
  for (const fold of folds) {
    const forest = fit(firstRows, `first forest without fold ${fold}`, {
      isIncluded: (unit) => foldOfUnit[unit] !== fold,
      early,
    });
    const ofFold = scoreRows(forest, firstTable, (unit) => foldOfUnit[unit] === fold);
    honest.forEach((_, unit) => {
      honest[unit] = foldOfUnit[unit] === fold ? (ofFold[unit] ?? 0) : (honest[unit] ?? 0);
    });
  }
  const secondTable = joined(
    documents.map(({ start, end }) => {
      const logOdds = honest.slice(start, end);
      return contextFeatures(
        sliceTable(firstTable, start, end),
        logOdds,
        forestPosteriors(logOdds),
      );
    }),
  );
  const secondRows = binned(secondTable);
  const last = folds.at(-1) ?? 0;
  const unseen = scoreRows(
    fit(secondRows, `second forest without fold ${last}`, {
      isIncluded: (unit) => foldOfUnit[unit] !== last,
    }),
    secondTable,
  );
  const inLast = (_: unknown, unit: number): boolean => foldOfUnit[unit] === last;
  const raw = Float64Array.from(
    documents.flatMap(({ start, end }) =>
      Array.from(forestPosteriors(unseen.slice(start, end)), logit),
    ),
  );
  return withExits(
    {
      features: secondTable.names,
      first: fit(firstRows, "first forest", { early }),
      second: fit(secondRows, "second forest", {}),
      calibration: fitCalibration(
        raw.filter(inLast),
        set.labels.filter(inLast),
        weights.filter(inLast),
      ),
      wordTrees,
    },
    set,
  );
}

/** The rows of many tables under each other. */
function joined(tables: readonly FeatureTable[]): FeatureTable {
  const names = tables[0]?.names ?? [];
  const rowCount = tables.reduce((sum, table) => sum + (table.columns[0]?.length ?? 0), 0);
  const columns = names.map((_, feature) => {
    const column = new Float64Array(rowCount);
    let at = 0;
    for (const table of tables) {
      const part = table.columns[feature];
      if (part !== undefined) {
        column.set(part, at);
        at += part.length;
      }
    }
    return column;
  });
  return { names, columns };
}

function sliceTable(table: FeatureTable, start: number, end: number): FeatureTable {
  return {
    names: table.names,
    columns: table.columns.map((column) => column.subarray(start, end)),
  };
}

/** Bins the columns of a table at their quantiles. */
function binned({ columns }: FeatureTable): BinnedRows {
  const rowCount = columns[0]?.length ?? 0;
  const bins = new Uint8Array(rowCount * columns.length);
  const edges = columns.map((column, feature) => {
    const ofColumn = edgesOf(column);
    column.forEach((value, row) => {
      bins[row * columns.length + feature] = binOf(ofColumn, value);
    });
    return ofColumn;
  });
  return { rowCount, bins, edges };
}

function edgesOf(column: Float64Array): Float32Array {
  const sorted = column.toSorted();
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
